#pragma OPENCL FP_CONTRACT OFF

/* Math.min and Math.max of Java: NaN stays, and -0 is less than 0. */
float least_float(float a, float b) {
  return a < b ? a : a == b ? as_float(as_int(a) | as_int(b)) : a != a ? a : b;
}

float greatest_float(float a, float b) {
  return a > b ? a : a == b ? as_float(as_int(a) & as_int(b)) : a != a ? a : b;
}
