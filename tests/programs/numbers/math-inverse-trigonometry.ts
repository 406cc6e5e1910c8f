console.log(Math.asin(1), Math.acos(-1), Math.asin(2), Math.atan2(1, -1), Math.atan2(-0, -1), Math.atan2(0, 0));
console.log(Math.asin(0.3), Math.acos(0.3), Math.sinh(1), Math.cosh(1), Math.tanh(0.5));
