/*
 * Collects, from what the advances of a launch have left, the histories of lanes in which a cell rises through its threshold, and those of the advance
 * after one that ends in such a step.
 *
 * thresholds  of each cell and lane
 * pending     whether a lane crossed one in the last step of the launch before
 * count       how many records there are, room or no room
 * places      of each record its advance times the number of lanes, and its lane
 * records     the histories of all cells
 */
__kernel void collect(__global const REAL *thresholds, __global int *pending, __global int *count, __global int *places, __global REAL *records,
                      __global const REAL *left, const int advances, const int steps, const int n, const int cells, const int rows, const int lowest,
                      const int histories, const int each, const int most) {
  const int i = get_global_id(0);
  const int length = cells * each;
  int waits = pending[i];
  for (int a = 0; a < advances; a++) {
    __global const REAL *w = left + (size_t) a * rows * n + i;
    int wanted = waits;
    waits = 0;
    for (int cell = 0; cell < cells; cell++) {
      const REAL threshold = thresholds[cell * n + i];
      if (w[(size_t) (lowest + cell) * n] < threshold && w[(size_t) (lowest + cells + cell) * n] >= threshold) {
        __global const REAL *starts = w + (size_t) (histories + cell * each) * n;
        for (int k = 0; k < steps; k++) {
          const int rises = starts[k * n] < threshold && starts[(k + 1) * n] >= threshold;
          wanted |= rises;
          waits |= rises && k == steps - 1;
        }
      }
    }
    if (wanted) {
      const int record = atomic_inc(count);
      if (record < most) {
        places[record] = a * n + i;
        for (int row = 0; row < length; row++) {
          records[(size_t) record * length + row] = w[(size_t) (histories + row) * n];
        }
      }
    }
  }
  pending[i] = waits;
}
