/** Samples the memory of the process while its main thread translates; ended by the main thread. */
import { workerData } from "node:worker_threads";

const { samples, count, milliseconds } = workerData as {
  readonly samples: Float64Array;
  readonly count: Int32Array;
  readonly milliseconds: number;
};

setInterval(() => {
  const index = Atomics.load(count, 0);
  if (2 * index + 1 >= samples.length) return;
  samples[2 * index] = Date.now();
  samples[2 * index + 1] = process.memoryUsage.rss();
  Atomics.store(count, 0, index + 1);
}, milliseconds);
