const list = [5, -2, 8, 0, 3.5];
console.log(list.filter((n) => n > 2), list.filter((_, i) => i % 2 === 0), list.filter(() => false), list.length);
