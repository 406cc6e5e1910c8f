const a = { get x() { return 1; }, set x(v) {}, y: 2, get z() { return 3; }, set w(v: number) {} };
console.log(a, { get only() { return 1; } });
console.log([{ b: 1, get q() { return 5; }, c: 2 }]);
console.log(JSON.stringify(a));
