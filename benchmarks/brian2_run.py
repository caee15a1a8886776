"""Measures the neurons in Brian2's C++ standalone mode, on one thread."""

import shutil
import time

import brian2
import numpy as np
from brian2 import ms, msiemens, mV, uamp, ufarad

import measurement
import scan

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


def main():
    arguments = measurement.tool_arguments(__doc__).parse_args()
    project = str(arguments.work / "brian2")
    # Otherwise code from an earlier run would not be compiled again, and the compilation time would be wrong.
    shutil.rmtree(project, ignore_errors=True)
    brian2.set_device("cpp_standalone", build_on_run=False, directory=project)
    brian2.prefs.devices.cpp_standalone.openmp_threads = 0
    brian2.prefs.core.default_float_dtype = np.float64
    brian2.defaultclock.dt = scan.STEP * ms

    begin = time.perf_counter()
    group = neuron_group(scan.densities(arguments.neurons))
    spikes = brian2.SpikeMonitor(group, record=False)
    # Listed explicitly, since Brian2 only finds objects in variables of the running frame.
    network = brian2.Network(group, spikes)
    network.run(scan.DURATION * ms)
    brian2.device.build(run=False, directory=project)
    built = time.perf_counter() - begin

    begin = time.perf_counter()
    brian2.device.run()
    seconds = time.perf_counter() - begin
    counts = [int(count) for count in spikes.count[:]]
    flags = " ".join(flag for flag in brian2.prefs.codegen.cpp.extra_compile_args_gcc if flag != "-w")
    remark = f"compiled with `{flags}`, Brian2's own choice; the {built:.0f} s to write and compile its code are not counted"
    measured = measurement.Measurement(
        name="Brian2, C++ standalone",
        version=brian2.__version__,
        method=measurement.RK4,
        stride=1,
        neurons=len(counts),
        seconds=[seconds],
        counts=counts,
        remarks=[remark],
    )
    measurement.write(arguments.measured, [measured])


def neuron_group(densities):
    group = brian2.NeuronGroup(
        len(densities),
        EQUATIONS,
        method="rk4",
        # Only upward crossings count as spikes.
        threshold="v > threshold",
        refractory="v > threshold",
        namespace={
            "C": scan.CAPACITANCE * ufarad,
            "I": scan.INPUT * uamp,
            "gk": scan.GK * msiemens,
            "gl": scan.GL * msiemens,
            "vna": scan.VNA * mV,
            "vk": scan.VK * mV,
            "vl": scan.VL * mV,
            "threshold": scan.THRESHOLD * mV,
        },
    )
    group.gna = densities * scan.AREA * msiemens
    group.v = scan.START["v"] * mV
    group.m = scan.START["m"]
    group.h = scan.START["h"]
    group.n = scan.START["n"]
    return group


if __name__ == "__main__":
    main()
