"""A sweep as a function of its parameters."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ._run import ask
from ._sweep import Sweep, SweepLike, arrow_bytes, names

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

_THETA = "theta.arrow"


class Simulator:
    """A neuron or circuit as a function: parameters in, features out. For inference and optimisation.

    Parameters
    ----------
    sweep : str, path, mapping or Sweep
        What is simulated; see `Sweep`. Its axes, ``where``, ``audit``, ``refine`` and ``continue`` play no part, nor does what
        it sets a parameter to.
    parameters : list of str
        What the columns of ``theta`` are: names that an axis could have, such as parameters of the model, its initial values,
        ``input``, or names that expressions of the sweep use.
    features : list of str
        The features that are wanted, such as ``frequency_hz``: columns of the sweep's table that are numbers.
    set : mapping, optional
        Values that replace those of the sweep; see `Sweep.set`.
    models : path, optional
        A folder of model files, in which those are looked for that are not beside the sweep.
    threads : int, optional
        How many threads simulate; one for each core by default.

    Notes
    -----
    It can be pickled, and copies in other processes have engines of their own; all that are in one process share one. The bits
    are those of a sweep over a table of the same values.

    Examples
    --------
    >>> simulate = Simulator("sweeps/gna-scan.yaml", ["gna_density"], ["spike_count"])
    >>> simulate([[60.0], [120.0]])
    array([[1.],
           [8.]])
    """

    def __init__(
        self,
        sweep: SweepLike,
        parameters: Sequence[str],
        features: Sequence[str],
        *,
        set: Mapping[str, Any] | None = None,
        models: str | os.PathLike[str] | None = None,
        threads: int | None = None,
    ) -> None:
        self.parameters = names(parameters, "parameters")
        self.features = names(features, "features")
        self.threads = threads
        self._models = None if models is None else os.path.abspath(os.fspath(models))
        sweep = Sweep(sweep).set(set)
        if sweep._mapping is not None:
            # Its axes may be large.
            sweep._mapping = {key: value for key, value in sweep._mapping.items() if key != "sweep"}
        self._sweep = sweep.set(
            {
                "sweep": [{"table": {"path": _THETA, "columns": self.parameters}}],
                "outputs": self.features,
            }
        )

    def __repr__(self) -> str:
        return f"Simulator({', '.join(self.parameters)} to {', '.join(self.features)})"

    def simulate(self, theta: ArrayLike, *, seed: int | None = None) -> NDArray[np.float64]:
        """Simulates points.

        Parameters
        ----------
        theta : array of shape (n, d), or (d,) for one point
            The parameters of each, in the units that the sweep states, or else those of the model. All must be finite.
        seed : int, optional
            The seed of the noise, if the sweep has any. The noise of a row depends only on it and on the number of the row, so
            the same seed gives the same noise in each call.

        Returns
        -------
        array of shape (n, k), or (k,), float64
            The features of each, in their units. NaN where the simulation diverged, and where there is no such feature, such as
            the mean interval of a single spike.

        Raises
        ------
        ValueError
            If theta has another shape, or a value that is not finite.
        SweepError
            If there is a mistake in the sweep.
        """
        import numpy as np

        points = np.asarray(theta, dtype=np.float64)
        rows = np.atleast_2d(points)
        if points.ndim not in (1, 2) or rows.shape[1] != len(self.parameters):
            raise ValueError(
                f"theta must have the shape (n, {len(self.parameters)}), for {', '.join(self.parameters)}; found {points.shape}"
            )
        faults = np.argwhere(~np.isfinite(rows))
        if len(faults):
            i, j = faults[0]
            raise ValueError(f"theta must be finite; found {rows[i, j]} in row {i}, for {self.parameters[j]}")
        found = self._features(rows, seed) if len(rows) else np.empty((0, len(self.features)))
        return found if points.ndim == 2 else found[0]

    __call__ = simulate

    def _ignored(self) -> list[str]:
        """The keys of the sweep that play no part: what sets a parameter is the table."""
        keys = ["where", "trace_every", "audit", "refine", "continue"]
        for name in self.parameters:
            keys += [name, *(f"{key}.{name}" for key in ("parameters", "initial", "constants"))]
            if name.endswith(".input"):
                keys.append("input." + name.removesuffix(".input"))  # Of a cell of a circuit.
        return keys

    def _features(self, rows: NDArray[np.float64], seed: int | None) -> NDArray[np.float64]:
        import numpy as np

        sweep = self._sweep if seed is None else self._sweep.set({"noise.seed": int(seed)})
        request, _ = sweep._request()
        request |= {"do": "run", "columns": self.features, "ignore": self._ignored()}
        if self._models is not None:
            request["models"] = self._models
        if self.threads is not None:
            request["threads"] = self.threads
        columns = {name: np.ascontiguousarray(rows[:, i]) for i, name in enumerate(self.parameters)}
        table = ask(request, {_THETA: arrow_bytes(pa.table(columns))}).table
        assert table is not None
        found = np.empty((len(rows), len(self.features)))
        for k, name in enumerate(self.features):
            column = table[name]
            if not (pa.types.is_integer(column.type) or pa.types.is_floating(column.type)):
                raise ValueError(f"features: {name} is not a number")
            found[:, k] = column.to_numpy()
        return found
