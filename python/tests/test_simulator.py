"""The simulator: parameters in, features out."""

import multiprocessing
import pickle

import numpy as np
import pytest

import spikesweep as ss

RNG = np.random.default_rng(3)


@pytest.fixture
def simulate(scan):
    return ss.Simulator(scan, ["gna", "input"], ["spike_count", "isi_mean_ms"])


def test_the_bits_are_those_of_a_table_of_the_same_values(simulate, scan):
    theta = RNG.uniform([0.6, 0.05], [1.2, 0.2], (50, 2))
    found = simulate(theta)
    assert found.shape == (50, 2)
    assert found.dtype == np.float64
    del scan["input"]
    table = ss.run({**scan, "sweep": [{"table": {"gna": theta[:, 0], "input": theta[:, 1]}}]})
    assert found[:, 0].tolist() == table["spike_count"].tolist()
    assert found[:, 1].tobytes() == table["isi_mean_ms"].tobytes()
    assert np.isnan(found[:, 1]).any()
    assert not np.isnan(found[:, 0]).any()


def test_shapes(simulate):
    assert simulate([0.9, 0.1]).shape == (2,)
    assert simulate(np.empty((0, 2))).shape == (0, 2)
    assert simulate([[0.9, 0.1]])[0].tobytes() == simulate.simulate([0.9, 0.1]).tobytes()
    for wrong in ([0.9], [[0.9, 0.1, 0.2]], [[[0.9, 0.1]]]):
        with pytest.raises(ValueError, match="theta must have the shape"):
            simulate(wrong)


def test_rows_that_diverge_are_nan(scan):
    simulate = ss.Simulator(scan, ["input"], ["spike_count"], set={"step": 0.02})
    found = simulate([[0.1], [1e6], [0.1]])
    assert np.isnan(found[1]).all()
    assert found[0] == found[2] > 0


def test_axes_and_conditions_of_the_sweep_play_no_part():
    simulate = ss.Simulator(
        "sweeps/gna-scan.yaml", ["gna_density"], ["frequency_hz"], set={"where": "gna_density > 100", "step": 0.01}
    )
    # The rows of 60 and 120 mS/cm² on both sides of the threshold.
    assert simulate([[60.0], [120.0]])[:, 0].tolist() == [10, 80]


def test_the_seed_chooses_the_noise(scan):
    scan["noise"] = {"kind": "ornstein-uhlenbeck", "mean": 0, "sigma": 0.05, "tau": 2}
    simulate = ss.Simulator({**scan, "outputs": ["v_final"]}, ["gna"], ["v_final"])
    theta = np.full((4, 1), 0.9)
    assert simulate(theta).tobytes() == simulate(theta).tobytes()
    assert len(np.unique(simulate(theta))) == 4
    assert simulate(theta, seed=5).tobytes() != simulate(theta, seed=6).tobytes()


def test_mistakes_are_told(scan):
    with pytest.raises(ss.SweepError, match="unknown output 'frequency'"):
        ss.Simulator(scan, ["gna"], ["frequency"])([1.0])
    with pytest.raises(ValueError, match="theta must be finite; found nan in row 0, for gna"):
        ss.Simulator(scan, ["gna"], ["spike_count"])([np.nan])
    with pytest.raises(ValueError, match="one or more different names"):
        ss.Simulator(scan, ["gna", "gna"], ["spike_count"])
    with pytest.raises(ValueError, match="is not a name"):
        ss.Simulator(scan, ["gna]"], ["spike_count"])
    with pytest.raises(ValueError, match=r"status is not a number|always there"):
        ss.Simulator(scan, ["gna"], ["status"])([1.0])


def test_a_pickled_copy_gives_the_same(simulate):
    copy = pickle.loads(pickle.dumps(simulate))
    theta = [[0.9, 0.1], [1.1, 0.1]]
    assert copy(theta).tobytes() == simulate(theta).tobytes()


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_have_engines_of_their_own(simulate, method):
    theta = RNG.uniform([0.6, 0.05], [1.2, 0.2], (2, 5, 2))
    here = [simulate(part) for part in theta]
    with multiprocessing.get_context(method).Pool(2) as pool:
        there = pool.map(simulate, list(theta))
    assert [part.tobytes() for part in there] == [part.tobytes() for part in here]
    assert simulate(theta[0]).tobytes() == here[0].tobytes()


def test_an_optimiser_finds_a_conductance():
    optimize = pytest.importorskip("scipy.optimize")
    rate = ss.Simulator("sweeps/gna-scan.yaml", ["gna_density"], ["isi_mean_ms"], set={"duration": 200, "step": 0.01})
    wanted = rate([150.0])[0]
    found = optimize.minimize_scalar(lambda gna: float(abs(rate([gna])[0] - wanted)), bounds=(110, 190), method="bounded")
    assert found.x == pytest.approx(150, abs=0.5)


def test_an_optimiser_asks_for_a_whole_population():
    optimize = pytest.importorskip("scipy.optimize")
    neuron = {"name": "patch", "neuron": "HHDoubleRK4", "duration": 100, "step": 0.02, "input": 0.1}
    simulate = ss.Simulator(neuron, ["gna", "gk"], ["isi_frequency_hz", "mean_AP_amplitude", "AP_duration_half_width"])
    truth = np.array([1.05, 0.25])
    wanted = simulate(truth)
    calls = []

    def off(theta):
        """For theta of shape (d, n), as SciPy has it, shape (n,)."""
        calls.append(theta.shape[1])
        found = np.square((simulate(theta.T) - wanted) / wanted).sum(axis=1)
        return np.where(np.isnan(found), 10, found)

    found = optimize.differential_evolution(
        off, [(0.5, 1.6), (0.1, 0.5)], vectorized=True, updating="deferred", maxiter=12, seed=1, polish=False
    )
    assert np.allclose(found.x, truth, rtol=0.03)
    assert set(calls) == {30}
    assert len(calls) <= 13
