class Watched {
  private value = 1;

  get current(): number {
    console.log("get");
    return this.value;
  }

  set current(value: number) {
    console.log(`set ${value}`);
    this.value = value;
  }
}
const w = new Watched();
w.current++;
console.log((w.current = 10));
w.current *= 2;
