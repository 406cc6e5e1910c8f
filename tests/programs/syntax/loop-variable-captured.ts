const byValue: (() => number)[] = [];
for (let i = 0; i < 3; i++) byValue.push(() => i);
console.log(byValue[0]!(), byValue[2]!());
const changed: (() => number)[] = [];
for (let i = 0; i < 3; i++) changed.push(() => i++);
console.log(changed[0]!(), changed[0]!(), changed[1]!());
const shared: (() => number)[] = [];
for (var v = 0; v < 3; v++) shared.push(() => v);
console.log(shared[0]!(), shared[2]!());
