"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.twice = exports.limit = exports.Point = void 0;
class Point {
  constructor(x) {
    this.x = x;
  }
}
exports.Point = Point;
exports.limit = 5;
const twice = (x) => Math.min(x * 2, exports.limit * 100);
exports.twice = twice;
