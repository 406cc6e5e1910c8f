class Locked {
  get value(): number {
    throw new Error("cannot read");
  }
  set value(n: number) {
    throw new Error(`cannot write ${n}`);
  }
}
const locked = new Locked();
try {
  console.log(locked.value);
} catch (error) {
  console.log((error as Error).message);
}
try {
  locked.value = 3;
} catch (error) {
  console.log((error as Error).message);
}
