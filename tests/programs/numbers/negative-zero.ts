const zero = 0;
const minus = -zero;
console.log(minus, -0, 0);
console.log(Object.is(minus, -0), minus === 0);
console.log(1 / minus, 1 / zero);
console.log(String(minus), `${minus}`);
