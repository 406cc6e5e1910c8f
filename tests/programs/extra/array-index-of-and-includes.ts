const list = [3, 1, NaN, 3, -0];
console.log(list.indexOf(3), list.indexOf(9), list.indexOf(NaN), list.includes(NaN), list.includes(0), list.indexOf(0), list.indexOf(3, 1));
console.log(["a", "b"].indexOf("b"), ["a"].includes("b"));
