console.log(Math.round(-0.4), Math.ceil(-0.9), Math.trunc(-0.5), Math.floor(-0));
console.log(1 / Math.round(-0.4));
