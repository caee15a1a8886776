"""Fits two conductances by BluePyOpt, whose evaluator simulates a whole generation in one call; prints what it finds as JSON."""

import json

import numpy as np
from bluepyopt.evaluators import Evaluator
from bluepyopt.objectives import Objective
from bluepyopt.optimisations import DEAPOptimisation
from bluepyopt.parameters import Parameter

import spikesweep as ss

TRUTH = [1.05, 0.25]  # mS
BOUNDS = {"gna": [0.5, 1.6], "gk": [0.1, 0.5]}
#: How far a feature may be off to count as one.
SCALES = {"isi_frequency_hz": 1.0, "mean_AP_amplitude": 1.0, "AP_duration_half_width": 0.02}
#: The score of an individual without a feature.
WORST = 250.0


class Conductances(Evaluator):
    """Scores conductances by how many scales each feature is off."""

    def __init__(self):
        super().__init__(
            objectives=[Objective(name) for name in SCALES],
            params=[Parameter(name, bounds=bounds) for name, bounds in BOUNDS.items()],
        )
        neuron = {"name": "patch", "neuron": "HHDoubleRK4", "duration": 100, "step": 0.02, "input": 0.1}
        self.simulate = ss.Simulator(neuron, list(BOUNDS), list(SCALES))
        self.wanted = self.simulate(TRUTH)
        self.calls = 0

    def scores(self, theta):
        self.calls += 1
        off = np.abs(self.simulate(theta) - self.wanted) / list(SCALES.values())
        return np.where(np.isnan(off), WORST, np.minimum(off, WORST)).tolist()

    def evaluate_with_lists(self, param_list=None):
        return self.scores([param_list])[0]

    def init_simulator_and_evaluate_with_lists(self, param_list=None):
        return self.evaluate_with_lists(param_list)


evaluator = Conductances()
alone = evaluator.evaluate_with_lists([1.2, 0.3])
search = DEAPOptimisation(
    evaluator,
    offspring_size=40,
    seed=1,
    map_function=lambda evaluate, individuals: evaluator.scores([list(one) for one in individuals]) if individuals else [],
)
evaluator.calls = 0
_, best, _, _ = search.run(max_ngen=15)
calls = evaluator.calls
print(
    json.dumps(
        {
            "alone": alone,
            "truth": evaluator.evaluate_with_lists(TRUTH),
            "calls": calls,
            "best": list(best[0]),
            "scores": list(best[0].fitness.values),
        }
    )
)
