"""The machine and tools for which the figures hold."""

import os
import pathlib
import platform
import shlex
import subprocess


def describe():
    """The processor, the system and the tools that all measurements share, as lines of text."""
    compiler = subprocess.run(
        [*shlex.split(os.environ.get("CXX", "g++")), "--version"], capture_output=True, text=True, check=True
    )
    return [
        f"{processor()}, {vector_instructions()}; {os.cpu_count()} cores, of which one was used",
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        f"{compiler.stdout.splitlines()[0]}, for Neun and Brian2",
    ]


def processor():
    return cpuinfo("model name") or platform.processor() or platform.machine()


def vector_instructions():
    """The widest vector instructions that SpikeSweep and the compilers may use."""
    flags = cpuinfo("flags").split()
    widest = next((name for flag, name in [("avx512f", "AVX-512"), ("avx2", "AVX2")] if flag in flags), None)
    return widest or "vector instructions unknown"


def cpuinfo(key):
    """What Linux says about the first core; empty on other systems."""
    file = pathlib.Path("/proc/cpuinfo")
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == key:
                return value.strip()
    return ""


def pin(core):
    """Keeps this process, and those that it starts, on one core; false if the system cannot."""
    if not hasattr(os, "sched_setaffinity"):
        return False
    allowed = sorted(os.sched_getaffinity(0))
    core = allowed[-1] if core is None else core
    if core not in allowed:
        raise SystemExit(f"--core {core}: not a core of this process, which may use {', '.join(map(str, allowed))}")
    os.sched_setaffinity(0, {core})
    return True


def load():
    """The load average of the last minute."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
