console.log([1, 2, 3].map((n) => n * n));
console.log(["a", "bb"].map((s) => s.length), [1, 2].map((n, i) => n * 10 + i), [].map(() => 1));
console.log([1, 2, 3].map((n) => n / 2), [1, 2].map((n) => `#${n}`), [1].map((n) => [n, n]));
