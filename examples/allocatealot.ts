/**
 * Allocates objects of one integer field as fast as it can, after the RPython benchmark of the same name.
 *
 *   allocatealot [LOOPS [0 | 1]]      1: write the field of each object; 0: only create it
 *
 * The last two objects are kept alive and printed, so that no allocation can be removed. The field is
 * only declared, not initialized: without the second argument nothing but the object itself is made.
 */
class A {
  declare x: number;

  toString(): string {
    return "[object A]";
  }
}

/** A reader of the field that never runs in a measurement: with it the field has to exist. */
function countDown(a: A, from: number): void {
  a.x = from;
  while (a.x > 0) {
    console.log(`${a} ${a.x}`);
    a.x -= 1;
  }
}

function allocateALot(loops: number, initialize: boolean): void {
  let previous = new A();
  let current = new A();
  const start = performance.now();
  if (initialize) {
    for (let i = 0; i < loops; i++) {
      previous = current;
      current = new A();
      current.x = i;
    }
  } else {
    for (let i = 0; i < loops; i++) {
      previous = current;
      current = new A();
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const gigabytes = (loops * 16) / 2 ** 30;
  console.log(initialize ? "with initialization" : "without initialization");
  console.log(`${current} ${previous}`);
  console.log(`${seconds.toFixed(6)} s`);
  console.log(`${gigabytes.toFixed(6)} GB`);
  console.log(`${(gigabytes / seconds).toFixed(6)} GB/s`);
  if (loops < 0) countDown(current, -loops);
}

const loops = Number(process.argv[2] ?? "1000000");
if (Number.isSafeInteger(loops)) {
  allocateALot(loops, process.argv[3] === "1");
} else {
  console.error("usage: allocatealot [LOOPS [0 | 1]]");
  process.exit(2);
}
