const a = [1, 2];
const b = a;
b.push(3);
console.log(a, a === b, a.length);
const c = [1, 2, 3];
console.log(a === c);
