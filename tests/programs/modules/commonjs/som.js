class Random {
  constructor() {
    this.seed = 74755;
  }
  next() {
    this.seed = (this.seed * 1309 + 13849) & 65535;
    return this.seed;
  }
}
function twice(x) {
  return 2 * x;
}
module.exports = { Random, double: twice };
