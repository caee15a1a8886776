"""What one tool reports: the seconds that its neurons took, and their spike counts."""

import argparse
import dataclasses
import json
import pathlib

import scan

RK4 = "RK4"


@dataclasses.dataclass
class Measurement:
    """One row of the table. Every `stride`-th of the densities was simulated, which took so many seconds each round."""

    name: str
    version: str
    method: str
    stride: int
    neurons: int  # simulated in the time, which may be more than have their counts here
    seconds: list[float]
    counts: list[int] | None  # none of its own: a second clock on the runs of the row before
    remarks: list[str] = dataclasses.field(default_factory=list)

    def joined(self, later):
        """This and another round of the same, which has to have counted the same spikes."""
        if later.counts != self.counts:
            raise SystemExit(f"{self.name} counted other spikes when it ran again")
        return dataclasses.replace(later, seconds=self.seconds + later.seconds)

    @property
    def rates(self):
        """Neuron-steps per second of each round."""
        return [self.neurons * scan.STEPS / seconds for seconds in self.seconds]

    @property
    def rate(self):
        """That of the fastest round: what else runs on a machine only ever makes a run slower."""
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
