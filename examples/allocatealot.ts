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

  /** Reads the field, but never in a measurement: so the field has to exist, and no read can find it unwritten. */
  countDown(from: number): void {
    this.x = from;
    while (this.x > 0) {
      console.log(`${this} ${this.x}`);
      this.x -= 1;
    }
  }
}

/** What the program keeps. */
const kept: A[] = [];

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
  kept.push(current, previous);
  console.log(`${kept[0]} ${kept[1]}`);
  console.log(`${seconds.toFixed(6)} s`);
  console.log(`${gigabytes.toFixed(6)} GB`);
  console.log(`${(gigabytes / seconds).toFixed(6)} GB/s`);
  if (loops < 0) kept[1].countDown(-loops);
}

const loops = Number(process.argv[2] ?? "1000000");
if (Number.isSafeInteger(loops)) {
  allocateALot(loops, process.argv[3] === "1");
} else {
  console.error("usage: allocatealot [LOOPS [0 | 1]]");
  process.exit(2);
}
