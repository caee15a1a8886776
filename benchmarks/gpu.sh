#!/usr/bin/env bash
# Checks on a graphics card that rows have the bits of the CPU, and prints how fast it takes steps, beside one thread of the CPU.
# About two minutes. Another device: benchmarks/gpu.sh NAME, a part of a name that 'models --devices' lists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
device=${1:-gpu}
./spikesweep models --devices
./spikesweep bench HRDoubleRK4 HRFloatRK4 RulkovDoubleMap HHDoubleRK4 HHFloatRK4 STGDoubleRK4 IzhikevichDoubleRK4 \
  --device "$device" --seconds 8
