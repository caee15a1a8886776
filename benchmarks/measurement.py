"""What a tool reports: the seconds for its neurons, and their spike counts."""

import argparse
import dataclasses
import json
import pathlib

import scan

RK4 = "RK4"


@dataclasses.dataclass
class Measurement:
    """One row of the table. Every `stride`-th density was simulated; `seconds` has the time of each round."""

    name: str
    version: str
    method: str
    stride: int
    neurons: int  # simulated in this time; may be more than there are counts
    seconds: list[float]
    counts: list[int] | None  # None for a second clock on the runs of the row before
    remarks: list[str] = dataclasses.field(default_factory=list)

    def joined(self, later):
        """Adds another round of the same tool, which must have the same spike counts."""
        if later.counts != self.counts:
            raise SystemExit(f"{self.name} has other spike counts in another round")
        return dataclasses.replace(later, seconds=self.seconds + later.seconds)

    @property
    def rates(self):
        """Neuron-steps per second of each round."""
        return [self.neurons * scan.STEPS / seconds for seconds in self.seconds]

    @property
    def rate(self):
        """The rate of the fastest round, since other load on the machine can only make a run slower."""
        return max(self.rates)


def tool_arguments(description):
    """A parser of the arguments that all tools take."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--neurons", type=int, default=191, help="number of densities, 19·k + 1 (default: 191)")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for what the tool builds and writes")
    parser.add_argument("--measured", type=pathlib.Path, required=True, help="file for the measurements, JSON")
    return parser


def write(path, measurements):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([dataclasses.asdict(m) for m in measurements]), encoding="utf-8")


def read(path):
    return [Measurement(**fields) for fields in json.loads(path.read_text(encoding="utf-8"))]
