"""What the make targets do when something is wrong, and their small parts."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import assistant, held_out, lock, logged, train
from scripts.assistant import Assistant, CannotStart
from scripts.chat import chosen
from scripts.child import Child, ChildDied
from scripts.client import AssistantSilent, Button, Message, ask, is_running, render
from scripts.ports import PortError, Ports
from scripts.serve import ready_line

ROOT = Path(__file__).resolve().parent.parent
ANSWER = (
    Message("Which one?", (Button("CAMP", "/tell{}"), Button("NOME", "nome"))),
    Message("Or this?", (Button("TIM", "tim"),)),
)


def test_answer_is_rendered_with_its_buttons_numbered_through() -> None:
    assert render(ANSWER).splitlines() == [
        "Which one?",
        "  1. CAMP",
        "  2. NOME",
        "Or this?",
        "  3. TIM",
    ]


@pytest.mark.parametrize(
    ("said", "sent"),
    [("1", "/tell{}"), ("3", "tim"), ("4", "4"), ("0", "0"), ("CAMP", "CAMP")],
)
def test_number_chooses_a_button(said: str, sent: str) -> None:
    assert chosen(said, ANSWER) == sent


@pytest.mark.parametrize("value", ["x", "0", "-1", "65536", "50.5"])
def test_bad_port_is_named(value: str) -> None:
    with pytest.raises(PortError, match=f"PARTNERS_PORT={value}: "):
        Ports.from_environ({"PARTNERS_PORT": value})


def test_port_comes_from_the_environment_or_is_rasas_own() -> None:
    assert Ports.from_environ({}) == Ports(5005)
    assert Ports.from_environ({"PARTNERS_PORT": "6005"}) == Ports(6005)


def test_taken_port_is_one_line_that_says_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortError) as caught:
            Ports(port).check_free()
    message = str(caught.value)
    assert f"Port {port} is taken" in message
    assert "PARTNERS_PORT=" in message
    assert "\n" not in message


def test_serving_without_a_model_says_to_train(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assistant, "MODEL", ROOT / "models" / "no such model")
    with pytest.raises(CannotStart, match="make train"):
        Assistant(Ports.unused(), tmp_path).__enter__()


def test_broken_knowledge_is_told_before_anything_is_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assistant, "MODEL", Path(__file__))
    monkeypatch.setattr(assistant, "knowledge_problem", lambda: "partners.yml:3: bad")
    with pytest.raises(CannotStart, match="partners.yml:3"):
        Assistant(Ports.unused(), tmp_path).__enter__()


def test_serve_ends_with_status_1_and_one_line() -> None:
    command = [sys.executable, "-m", "scripts.serve"]
    environ = {**os.environ, "PARTNERS_PORT": "none"}
    result = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True
    )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("with_page", "opening"), [(True, "http://127.0.0.1:1234/ "), (False, "Ready")]
)
def test_ready_line_is_one_line_with_a_command(with_page: bool, opening: str) -> None:
    line = ready_line(Ports(1234), with_page)
    assert line.startswith(opening)
    assert "curl -s http://127.0.0.1:1234/webhooks/rest/webhook -d '" in line
    assert "\n" not in line


def test_nobody_at_the_port_is_silence() -> None:
    port = Ports.unused().rasa
    assert not is_running(port)
    with pytest.raises(AssistantSilent, match=str(port)):
        ask("who funds CAMP", port=port, sender="test")


def test_endpoints_are_copied_for_a_folder_of_its_own(tmp_path: Path) -> None:
    assert Assistant(Ports())._endpoints() == ROOT / "endpoints.yml"
    copy = Assistant(Ports(), tmp_path)._endpoints().read_text()
    assert "actions_module: actions" in copy
    assert str(tmp_path / "conversations.db") in copy


def start(tmp_path: Path, code: str) -> Child:
    return Child("It", [sys.executable, "-c", code], tmp_path / "it.log", {})


def test_child_that_ends_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    child = start(tmp_path, "import sys; print('no such thing'); sys.exit(3)")
    with pytest.raises(ChildDied, match=r"It .*\(exit status 3\)(.|\n)*no such thing"):
        for _ in range(100):
            child.check_alive()
            time.sleep(0.1)
    child.stop()


def test_child_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time\n"
        "command = [sys.executable, '-c', 'import time; time.sleep(60)']\n"
        "print(subprocess.Popen(command).pid, flush=True)\n"
        "time.sleep(60)"
    )
    child = start(tmp_path, code)
    log = tmp_path / "it.log"
    for _ in range(100):
        if log.read_text().endswith("\n"):
            break
        time.sleep(0.1)
    grandchild = int(log.read_text())
    child.stop()
    assert has_ended(grandchild)


def has_ended(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        # Killed, and nobody has asked for its end yet.
        stat = Path(f"/proc/{pid}/stat")
        if stat.exists() and stat.read_text().split()[2] == "Z":
            return True
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    return False


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nlu.yml").write_text("nlu: []")
    (tmp_path / "requirements").mkdir()
    for name in ("config.yml", "domain.yml", train.LOCK):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_fingerprint_changes_with_content_and_name_only(project: Path) -> None:
    before = train.fingerprint(project)
    nlu = project / "data" / "nlu.yml"
    os.utime(nlu, (0, 0))
    (project / "data" / "x.pyc").write_text("made by Python")
    assert train.fingerprint(project) == before
    moved = nlu.rename(project / "data" / "park.yml")
    renamed = train.fingerprint(project)
    assert renamed != before
    moved.write_text("nlu: [{}]")
    assert train.fingerprint(project) != renamed


def test_wrong_intent_of_the_held_out_file_is_told(tmp_path: Path) -> None:
    write_report(tmp_path, support=2)
    error = {
        "text": "who pays",
        "intent": "ask_funders",
        "intent_prediction": {"name": "ask_funding", "confidence": 0.5},
    }
    (tmp_path / "intent_errors.json").write_text(json.dumps([error]))
    (problem,) = held_out.find_problems(tmp_path)
    assert problem == (
        "'who pays': ask_funders was expected, ask_funding was predicted (0.50)"
    )


def test_held_out_file_without_examples_fails(tmp_path: Path) -> None:
    assert held_out.find_problems(tmp_path)
    write_report(tmp_path, support=0)
    assert held_out.find_problems(tmp_path)
    write_report(tmp_path, support=1)
    assert not held_out.find_problems(tmp_path)


def write_report(folder: Path, support: int) -> None:
    report = {"macro avg": {"support": support}}
    (folder / "intent_report.json").write_text(json.dumps(report))


PINS = {name: f"{name}==1 \\\n    --hash=sha256:0\n" for name in "abc"}


def test_locks_hold_each_package_once() -> None:
    every = {**PINS, "pytest": "pytest==1\n"}
    locks = lock.split(PINS, every, {"b"})
    assert {name: list(pins) for name, pins in locks.items()} == {
        "default": ["a", "c"],
        "test": ["pytest"],
        "full": ["b"],
    }


def test_name_that_is_left_out_for_nothing_is_told() -> None:
    with pytest.raises(ValueError, match="nothing needs zzz"):
        lock.split(PINS, PINS, {"zzz"})


def test_committed_locks_are_what_the_lists_say() -> None:
    locks = {
        name: lock.read_pins((ROOT / "requirements" / f"{name}.lock").read_text())
        for name in lock.LOCKS
    }
    assert locks["full"].keys() == lock.leave_out()
    names = [name for pins in locks.values() for name in pins]
    assert len(names) == len(set(names)) > 100
    for pins in locks.values():
        for name, pin in pins.items():
            assert "--hash=sha256:" in pin, f"{name} has no hash"
            assert "://" not in pin, f"{name} names a host"


def test_failing_command_shows_the_end_of_its_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logged, "LOGS", tmp_path)
    code = "import sys; print('the reason'); sys.exit(2)"
    assert logged.main(["it", "--", sys.executable, "-c", code]) == 1
    shown = capfd.readouterr().err
    assert "it: failed (exit status 2)" in shown
    assert "the reason" in shown


def make(*arguments: str, environ: dict[str, str] | None = None) -> str:
    command = ["make", "--no-print-directory", *arguments]
    result = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    return result.stdout


def test_every_target_has_its_line_of_help() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = makefile.partition(".PHONY: ")[2].partition("\n\n")[0]
    names = targets.replace("\\\n", " ").split()
    assert names, "no targets found"
    shown = make("help")
    for name in names:
        assert f"  make {name} " in shown, f"{name} is not in `make help`"


def test_missing_python_is_one_line() -> None:
    environ = {"PATH": "/nowhere", "HOME": "/nowhere"}
    script = str(ROOT / "scripts" / "python310.sh")
    result = subprocess.run(
        ["/bin/sh", script], env=environ, capture_output=True, text=True
    )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "install python3.10" in result.stderr
