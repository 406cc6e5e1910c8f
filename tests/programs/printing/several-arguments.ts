console.log("a", 1, true, null, undefined, -0, NaN, 0.5);
console.log();
console.log("");
console.log("one string");
console.log("a", "", "b");
