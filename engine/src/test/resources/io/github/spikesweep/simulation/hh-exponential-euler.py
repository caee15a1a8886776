"""Writes hh-exponential-euler.csv: Hodgkin–Huxley by Brian2's exponential_euler, in Python.

    pip install brian2==2.9.0 "numpy<2.4"
    python hh-exponential-euler.py > hh-exponential-euler.csv

The parameters and the start are those of hh-gna-scan.csv. A spike is a step that ends at 0 mV or above and starts below.
"""

import brian2
from brian2 import ms, msiemens, mV, uamp, ufarad

brian2.prefs.codegen.target = "numpy"
AREA = 7.854e-3
EQUATIONS = """
dv/dt = (I - gl*(v - vl) - gna*m**3*h*(v - vna) - gk*n**4*(v - vk))/C : volt
dm/dt = alpha_m*(1 - m) - beta_m*m : 1
dh/dt = alpha_h*(1 - h) - beta_h*h : 1
dn/dt = alpha_n*(1 - n) - beta_n*n : 1
alpha_m = 1/exprel(-(v + 40*mV)/(10*mV))/ms : Hz
beta_m = 4*exp(-(v + 65*mV)/(18*mV))/ms : Hz
alpha_h = 0.07*exp(-(v + 65*mV)/(20*mV))/ms : Hz
beta_h = 1/(1 + exp(-(v + 35*mV)/(10*mV)))/ms : Hz
alpha_n = 0.1/exprel(-(v + 55*mV)/(10*mV))/ms : Hz
beta_n = 0.125*exp(-(v + 65*mV)/(80*mV))/ms : Hz
gna : siemens (constant)
"""
CONSTANTS = {
    "C": AREA * ufarad, "vna": 50 * mV, "vk": -77 * mV, "vl": -54.387 * mV,
    "gk": 36 * AREA * msiemens, "gl": 0.3 * AREA * msiemens, "I": 0.1 * uamp,
}  # fmt: skip


def main():
    print("step,gna_density,spike_count,first_spike_ms,final_v,final_m,final_h,final_n")
    for step in (0.1, 0.05, 0.01):
        densities = [60, 90, 120, 150, 180]
        clock = brian2.Clock(step * ms)
        group = brian2.NeuronGroup(
            len(densities), EQUATIONS, threshold="v >= 0*mV", refractory="v >= 0*mV", method="exponential_euler",
            namespace=CONSTANTS, clock=clock,
        )  # fmt: skip
        group.v, group.m, group.h, group.n = -65 * mV, 0.05, 0.6, 0.3
        group.gna = [density * AREA for density in densities] * msiemens
        spikes = brian2.SpikeMonitor(group)
        brian2.Network(group, spikes).run(100 * ms)
        for i, density in enumerate(densities):
            times = spikes.spike_trains()[i]
            # Brian2 gives a spike the time of the start of its step.
            first = times[0] / ms + step if len(times) else float("nan")
            state = [group.v[i] / mV, group.m[i], group.h[i], group.n[i]]
            print(f"{step},{density},{len(times)},{first:.2f}," + ",".join(f"{float(x):.12g}" for x in state))


main()
