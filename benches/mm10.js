// A plain event-list simulation of M/M/10 with typed arrays: the yardstick for the speed of ours.
//
// One heap of events (time, kind), a ring of arrival times as the line, and the sum of waits; no
// seed, no quantiles, no warm-up, no intervals, no tasks that come back.

const CAPACITY = 1 << 16;
const ARRIVAL = 0;
const SERVICE_END = 1;

/** Simulates so many arrivals and returns the mean wait. */
export function simulate(arrivals, servers, arrivalRate, serviceRate) {
  const times = new Float64Array(servers + 2);
  const kinds = new Int32Array(servers + 2);
  let size = 0;
  function enter(time, kind) {
    let i = size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (times[parent] <= time) break;
      times[i] = times[parent];
      kinds[i] = kinds[parent];
      i = parent;
    }
    times[i] = time;
    kinds[i] = kind;
  }
  function remove() {
    const time = times[--size];
    const kind = kinds[size];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[i] = times[child];
      kinds[i] = kinds[child];
      i = child;
    }
    times[i] = time;
    kinds[i] = kind;
  }
  const exponential = (rate) => -Math.log(1 - Math.random()) / rate;
  const line = new Float64Array(CAPACITY);
  let first = 0;
  let last = 0;
  let busy = 0;
  let arrived = 0;
  let waited = 0;
  enter(exponential(arrivalRate), ARRIVAL);
  while (arrived < arrivals) {
    const now = times[0];
    const kind = kinds[0];
    remove();
    if (kind === ARRIVAL) {
      arrived++;
      enter(now + exponential(arrivalRate), ARRIVAL);
      if (busy < servers) {
        busy++;
        enter(now + exponential(serviceRate), SERVICE_END);
      } else {
        line[last++ & (CAPACITY - 1)] = now;
      }
    } else if (first < last) {
      waited += now - line[first++ & (CAPACITY - 1)];
      enter(now + exponential(serviceRate), SERVICE_END);
    } else {
      busy--;
    }
  }
  return waited / arrivals;
}
