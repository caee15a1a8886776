"""Infers two conductances by neural posterior estimation, with the simulator as sbi calls it; prints what it finds as JSON."""

import json

import numpy as np
import torch
from sbi.inference import NPE, simulate_for_sbi
from sbi.utils import BoxUniform
from sbi.utils.user_input_checks import check_sbi_inputs, process_prior, process_simulator

import spikesweep as ss

SIMULATIONS, DRAWS = 1000, 500
TRUTH = [1.05, 0.25]  # mS

torch.manual_seed(1)
# More would wait for one another where others are busy.
torch.set_num_threads(1)
neuron = {
    "name": "patch",
    "neuron": "HHDoubleRK4",
    "duration": 100,
    "step": 0.02,
    "input": 0.1,
    "noise": {"kind": "ornstein-uhlenbeck", "sigma": 0.01, "tau": 2},
}
features = ["spike_count", "isi_frequency_hz", "mean_AP_amplitude", "AP_duration_half_width", "v_min", "steady_state_voltage"]
simulate = ss.Simulator(neuron, ["gna", "gk"], features)
prior, _, returns_numpy = process_prior(BoxUniform(low=torch.tensor([0.5, 0.1]), high=torch.tensor([1.6, 0.5])))
simulator = process_simulator(simulate, prior, returns_numpy)
check_sbi_inputs(simulator, prior)

# All in one call: rows of one call have different noise.
theta, simulated = simulate_for_sbi(simulator, prior, SIMULATIONS, simulation_batch_size=SIMULATIONS, show_progress_bar=False)
inference = NPE(prior, density_estimator="mdn", show_progress_bars=False)
inference.append_simulations(theta, simulated).train(learning_rate=2e-3, max_num_epochs=200)
posterior = inference.build_posterior()

# Of others, drawn from the prior, with noise of their own.
others = prior.sample((60,))
seen = simulate.simulate(others, seed=2)
fire = ~np.isnan(seen).any(axis=1)
sampling = {"show_progress_bars": False, "reject_outside_prior": False}
ranks = [
    (posterior.sample((DRAWS,), x=torch.tensor(x, dtype=torch.float32), **sampling) < true).float().mean(0).tolist()
    for true, x in zip(others[fire], seen[fire], strict=True)
]
observed = torch.tensor(simulate.simulate(TRUTH, seed=3), dtype=torch.float32)
draws = posterior.sample((DRAWS,), x=observed, **sampling).detach().numpy()
print()  # sbi has ended no line.
print(
    json.dumps(
        {
            "shape": list(simulated.shape),
            "without_interval": float(torch.isnan(simulated).any(dim=1).float().mean()),
            "mean": draws.mean(axis=0).tolist(),
            "spread": draws.std(axis=0).tolist(),
            "correlation": float(np.corrcoef(draws.T)[0, 1]),
            "ranks": ranks,
        }
    )
)
