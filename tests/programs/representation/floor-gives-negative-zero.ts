console.log(Math.floor(-0), Math.ceil(-0.5), Math.round(-0.3), Math.trunc(-0.9), Math.floor(0 * -1));
console.log(Math.ceil(-1 / 2), Math.trunc(-1 / 2), -(5 % 5), 0 * -3, -1 * 0);
