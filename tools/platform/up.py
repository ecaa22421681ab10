"""`kept up`: everything, in the order in which one part needs the other, until it is told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import Conflict, Unavailable
from tools.platform import children, processes, running
from tools.platform.embedded import Embedded
from tools.platform.environment import PORT, chosen_ports, environment, from_files, port_of, secrets
from tools.platform.output import Output
from tools.platform.places import BOT_PYTHON, ROOT, home
from tools.platform.process import Process, captured
from tools.platform.services import MIGRATE
from tools.platform.supervisor import Supervisor, beside

DEMO = (sys.executable, "-m", "tools.cli", "demo", "load")


@dataclass(frozen=True)
class Wish:
    """What to start beside the servers: everything, or the servers alone; with sample data or not."""

    demo: bool = False
    servers_only: bool = False
    workers: int = 1


async def up(wish: Wish, given: Mapping[str, str]) -> None:
    """Start, say where things are, and keep them running until Ctrl-C or SIGTERM."""
    folder, given = home(), from_files(given)
    if not wish.servers_only:
        await _refuse_early(given)
    with running.only_one(folder):
        output = Output(folder / "logs")
        supervisor = Supervisor(lambda text: output.line("kept", text))
        stopped = asyncio.create_task(_told_to_stop())
        starting = asyncio.create_task(_start(wish, given, supervisor, output))
        try:
            await asyncio.wait([stopped, starting], return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                sys.stdout.write(await starting)
                sys.stdout.flush()
                await stopped
        finally:
            for task in (starting, stopped):
                task.cancel()
            await asyncio.wait([starting, stopped])
            output.line("kept", "stopping")
            await supervisor.stop()
            output.close()


async def _refuse_early(given: Mapping[str, str]) -> None:
    port = port_of(given, "KEPT_PORT", PORT)
    if not await _becomes_free(port):
        raise Conflict(
            f"Port {port} is taken.", remedy=f"Stop what listens there, or set KEPT_PORT={port + 1}."
        )
    if not BOT_PYTHON.exists():
        raise Unavailable("The assistant's environment is missing.", remedy="Run make setup.")


async def _becomes_free(port: int) -> bool:
    """Whether the port is free, or is within seconds: the processes of a killed `kept up` may be leaving."""
    for _ in range(20):
        if not children.is_taken(port):
            return True
        await asyncio.sleep(0.25)
    return False


async def _told_to_stop() -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, told.set)
    await told.wait()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, os._exit, 130)  # asked twice: at once; the children's leashes end them


async def _start(wish: Wish, given: Mapping[str, str], supervisor: Supervisor, output: Output) -> str:
    """Start everything wished for; answer what to tell the person at the terminal."""
    folder = home()
    servers = Embedded(folder, given)
    await supervisor.start(*servers.services())
    addresses = servers.addresses(*chosen_ports(given))
    ours = secrets(folder, given)
    ready = environment(addresses, ours, given)
    if wish.demo:
        ready["KEPT_DEMO"] = str(ROOT / "tools" / "demo" / "people.yml")
    output.hide([*ours.values(), *_passwords(ready)])
    if wish.servers_only:
        await _once("migrate", MIGRATE, ready, output)
        running.tell(folder, ready)
        return "\nThe servers run. Other commands of `kept` find them; Ctrl-C stops them.\n"
    await beside(
        supervisor.start(processes.assistant(ready, output)), _service(wish, ready, supervisor, output)
    )
    running.tell(folder, ready)
    return greeting(ready, await _sample_data(ready, output) if wish.demo else "")


async def _service(wish: Wish, ready: Mapping[str, str], supervisor: Supervisor, output: Output) -> None:
    await _once("migrate", MIGRATE, ready, output)
    workers = [processes.worker(ready, output, number + 1) for number in range(wish.workers)]
    await supervisor.start(*workers, processes.gateway(ready, output))  # the gateway stops first


async def _sample_data(ready: Mapping[str, str], output: Output) -> str:
    """Load the sample borrowers; what it prints may hold a password and is for the terminal alone."""
    status, told, complaints = await captured(DEMO, env=ready, cwd=ROOT)
    for line in complaints.splitlines():
        output.line("demo", line)
    if status != 0:
        raise Unavailable("The sample data could not be loaded.", remedy=f"See {output.file('demo')}.")
    return told


async def _once(name: str, command: tuple[str, ...], ready: Mapping[str, str], output: Output) -> None:
    status = await Process(name, command, env=ready, cwd=ROOT, output=output).run_to_its_end()
    if status != 0:
        raise Unavailable(f"The step {name} failed.", remedy=f"See {output.file(name)}.")


def _passwords(ready: Mapping[str, str]) -> list[str]:
    """The passwords inside the addresses."""
    found = (ready[name].partition("://")[2].rpartition("@")[0] for name in ready if name.endswith("_URL"))
    return [credentials.partition(":")[2] for credentials in found if ":" in credentials]


def greeting(ready: Mapping[str, str], sample: str) -> str:
    """What stands last on the terminal: the address, what the sample data says, how to stop."""
    shown = f"\n{sample.rstrip()}\n" if sample.strip() else ""
    return f"\nKept runs: {ready['KEPT_PUBLIC_URL']}\n{shown}\nCtrl-C stops everything; the data stays.\n"
