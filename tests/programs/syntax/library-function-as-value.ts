const roots = [1, 4, 9].map(Math.sqrt);
console.log(roots.join(), ["1", "2"].map(Number).join("+"));
