console.log(String(1), String(-1.25), String(1e100), String(0.1 + 0.2), String(-0), String(NaN));
console.log("" + 123456789012345, 1e15 + "", (1 / 3).toString().length);
