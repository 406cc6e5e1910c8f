const a = [1, 2];
const b = [3.5];
console.log(a.concat(b), a.concat(b, a), a.concat([]), a.length, ["x"].concat("y", ["z"]));
