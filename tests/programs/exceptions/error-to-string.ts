class MyError extends Error {}
console.log(`${new Error("m")}`, String(new TypeError("t")), new RangeError("r").toString(), "" + new MyError("mine"));
console.log(`${new Error()}`, `${new TypeError("")}`);
