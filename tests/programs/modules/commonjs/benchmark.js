"use strict";
class Benchmark {
  constructor() {
    this.count = 0;
  }
  inner(n) {
    for (let i = 0; i < n; i++) {
      this.count++;
      if (!this.verify(this.benchmark())) return false;
    }
    return true;
  }
}
exports.Benchmark = Benchmark;
exports.helper = function (x) {
  return x + 1;
};
exports.LIMIT = exports.helper(4);
console.log(require.main === module ? "benchmark is main" : "benchmark is loaded");
