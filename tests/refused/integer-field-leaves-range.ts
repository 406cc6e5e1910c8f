// stops: an integer leaves its range
class Meter {
  total = 9007199254740990;
  tick(): void {
    this.total += 3;
  }
}
const meter = new Meter();
meter.tick();
console.log(meter.total);
