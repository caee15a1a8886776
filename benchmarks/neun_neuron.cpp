// A Hodgkin–Huxley neuron of the library Neun, by Runge–Kutta of order 4, for Python. neun_run.py compiles it.

#include <pybind11/pybind11.h>

#include "DifferentialNeuronWrapper.h"
#include "HodgkinHuxleyModel.h"
#include "RungeKutta4.h"
#include "SystemWrapper.h"

namespace {

using Neuron = DifferentialNeuronWrapper<SystemWrapper<HodgkinHuxleyModel<double>>, RungeKutta4>;

Neuron make(double cm, double vna, double vk, double vl, double gna, double gk, double gl) {
    Neuron::ConstructorArgs arguments{};
    arguments.params[Neuron::cm] = cm;
    arguments.params[Neuron::vna] = vna;
    arguments.params[Neuron::vk] = vk;
    arguments.params[Neuron::vl] = vl;
    arguments.params[Neuron::gna] = gna;
    arguments.params[Neuron::gk] = gk;
    arguments.params[Neuron::gl] = gl;
    return Neuron(arguments);
}

void start(Neuron& neuron, double v, double m, double h, double n) {
    neuron.set(Neuron::v, v);
    neuron.set(Neuron::m, m);
    neuron.set(Neuron::h, h);
    neuron.set(Neuron::n, n);
}

// Upward crossings of the threshold in this many steps: the Python loop, in C++.
long count_spikes(Neuron& neuron, double input, double step, long steps, double threshold) {
    long spikes = 0;
    double before = neuron.get(Neuron::v);
    for (long i = 0; i < steps; ++i) {
        neuron.add_synaptic_input(input);
        neuron.step(step);
        const double after = neuron.get(Neuron::v);
        if (before <= threshold && after > threshold) {
            ++spikes;
        }
        before = after;
    }
    return spikes;
}

}  // namespace

PYBIND11_MODULE(neun_neuron, module) {
    namespace py = pybind11;
    py::class_<Neuron>(module, "Neuron")
        .def(py::init(&make), py::kw_only(), py::arg("cm"), py::arg("vna"), py::arg("vk"), py::arg("vl"),
             py::arg("gna"), py::arg("gk"), py::arg("gl"))
        .def("start", &start, py::kw_only(), py::arg("v"), py::arg("m"), py::arg("h"), py::arg("n"))
        .def("add_synaptic_input", &Neuron::add_synaptic_input)
        .def("step", &Neuron::step)
        .def("v", [](const Neuron& neuron) { return neuron.get(Neuron::v); })
        .def("count_spikes", &count_spikes);
}
