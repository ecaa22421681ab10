"""Ports for servers of ours that start side by side."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from core.errors import Unavailable
from tools.platform import children
from tools.platform.children import LOOPBACK, SERVER_PORTS, free_port


def test_a_port_can_be_listened_on_and_is_none_of_an_outgoing_connection() -> None:
    port = free_port()

    assert port in SERVER_PORTS
    with socket.create_server((LOOPBACK, port)):
        assert children.is_taken(port)


def test_no_two_processes_are_given_the_same_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "SERVER_PORTS", range(free_port(), SERVER_PORTS.stop))
    first = free_port()
    monkeypatch.setattr(children, "SERVER_PORTS", range(first, first + 1))
    with pytest.raises(Unavailable):
        free_port()

    asked = f"from tools.platform import children as c; c.SERVER_PORTS = range({first}, {first + 1}); c.free_port()"
    other = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)

    assert other.returncode != 0
    assert "No port on 127.0.0.1 is free" in other.stderr


def test_a_port_that_somebody_listens_on_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((LOOPBACK, 0)) as listening:
        taken = listening.getsockname()[1]
        monkeypatch.setattr(children, "SERVER_PORTS", range(taken, taken + 1))
        with pytest.raises(Unavailable):
            free_port()
