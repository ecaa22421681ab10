"""The processes of the service: how each is started and when it is healthy."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from tools.platform.children import LOOPBACK
from tools.platform.environment import for_assistant
from tools.platform.output import Output
from tools.platform.places import APP_PYTHON, BOT_PYTHON, ROOT
from tools.platform.process import Check, Process, answers

GATEWAY = ("-m", "uvicorn", "gateway.app:create_app", "--factory", "--no-access-log", "--no-server-header")


def gateway_command(ready: Mapping[str, str]) -> list[str]:
    """uvicorn without its access log, which would write down addresses that carry secrets and numbers."""
    host = ready.get("KEPT_HOST") or LOOPBACK
    return [str(APP_PYTHON), *GATEWAY, "--host", host, "--port", ready["KEPT_PORT"]]


def worker_command() -> list[str]:
    """The worker: inbound lane, campaigns, outbound."""
    return [str(APP_PYTHON), "-m", "gateway.worker"]


def assistant_command(ready: Mapping[str, str]) -> list[str]:
    """The assistant on the port of KEPT_RASA_URL."""
    port = httpx.URL(ready["KEPT_RASA_URL"]).port or 5005
    return [str(BOT_PYTHON), "-m", "bot.serve", "--port", str(port)]


def gateway(ready: Mapping[str, str], output: Output) -> Process:
    """The gateway, healthy when /healthz answers 200."""
    check = answers(
        f"http://{LOOPBACK}:{ready['KEPT_PORT']}/healthz", accept=lambda answer: answer.is_success
    )
    return Process("gateway", gateway_command(ready), env=ready, cwd=ROOT, output=output, check=check)


def worker(ready: Mapping[str, str], output: Output, number: int = 1) -> Process:
    """A worker; it has no address, so it is healthy while it lives."""
    name = "worker" if number == 1 else f"worker-{number}"
    return Process(name, worker_command(), env=ready, cwd=ROOT, output=output, settles=4, stops_within=30)


def assistant(ready: Mapping[str, str], output: Output) -> Process:
    """The assistant, healthy when it says that a model is loaded: the port opens long before."""
    return Process(
        "assistant",
        assistant_command(ready),
        env=for_assistant(ready),
        cwd=ROOT,
        output=output,
        check=_has_a_model(ready),
        ready_within=240,
    )


def _has_a_model(ready: Mapping[str, str]) -> Check:
    def loaded(answer: httpx.Response) -> bool:
        return answer.is_success and bool(answer.json().get("model_file"))

    url = (
        httpx.URL(ready["KEPT_RASA_URL"])
        .join("/status")
        .copy_merge_params({"token": ready["KEPT_RASA_TOKEN"]})
    )
    return answers(str(url), accept=loaded)
