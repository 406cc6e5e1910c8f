"use strict";
const { Benchmark, helper: next, LIMIT } = require("./benchmark.js");
var som = require("./som"),
  other = 5;
const Single = require("./single");
class Bounce extends Benchmark {
  benchmark() {
    const random = new som.Random();
    let sum = 0;
    for (let i = 0; i < 10; i++) sum += random.next() % 500;
    return sum;
  }
  verify(result) {
    return result === 2297;
  }
}
function late() {
  return require("./som").double(21);
}
const bounce = new Bounce();
console.log(bounce.inner(3), bounce.count, next(1), LIMIT, som.double(other), new Single(3).a, late());
if (require.main === module) console.log("main is main");
exports.newInstance = () => new Bounce();

const settings = require("./settings.json");
const { tags } = require("./settings.json");
console.log(settings, settings.level, tags === settings.tags, require("./settings.json") === settings);
