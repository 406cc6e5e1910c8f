let sum = 0;
[1, 2, 3].forEach((n, i, all) => {
  sum += n * i + all.length;
});
console.log(sum);
["a", "b"].forEach((s) => console.log(s));
