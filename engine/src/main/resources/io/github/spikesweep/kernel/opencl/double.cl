#pragma OPENCL EXTENSION cl_khr_fp64 : enable

double least_double(double a, double b) {
  return a < b ? a : a == b ? as_double(as_long(a) | as_long(b)) : a != a ? a : b;
}

double greatest_double(double a, double b) {
  return a > b ? a : a == b ? as_double(as_long(a) & as_long(b)) : a != a ? a : b;
}

/* PowersOfTwo of the engine. What its library computes there is left to the CPU: 'beyond' tells. */
#define LEAST_NORMAL 0x0010000000000000L
#define LEAST_SIGNIFICAND 0x3fe6a09e00000000L
#define INFINITE 0x7ff0000000000000L
#define WHOLE 0x1.8p52

double exponent(double x, __global int *beyond) {
  const long bits = as_long(x);
  if ((ulong)(bits - LEAST_NORMAL) < (ulong)(INFINITE - LEAST_NORMAL)) {
    return as_double(as_long(WHOLE) + ((bits - LEAST_SIGNIFICAND) >> 52)) - WHOLE;
  }
  if (x == 0) {
    return -INFINITY;
  }
  if (x > 0 && x < INFINITY) {
    *beyond = 1;
  }
  return x == INFINITY ? x : NAN;
}

double significand(double x, __global int *beyond) {
  const long bits = as_long(x);
  return as_double(bits - ((bits - LEAST_SIGNIFICAND) & (long)0xfff0000000000000UL));
}

double power(double x, double a, double part, double k, __global int *beyond) {
  if (fabs(k) <= 1000) {
    return as_double(as_long(part) - ((long)(int)k << 52));
  }
  if (x != x && a != 0) {
    return x;
  }
  if (x < 0 && fabs(x) < INFINITY && fabs(a) < INFINITY && floor(a) != a) {
    return NAN;
  }
  if (as_long(x) == 0 || x == INFINITY) {
    if (a > 0) {
      return x;
    }
    if (a < 0) {
      return x == 0 ? INFINITY : 0;
    }
  }
  *beyond = 1;
  return NAN;
}
