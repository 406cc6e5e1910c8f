// Each iteration has a variable of its own, copied before the increment.
const functions: (() => number)[] = [];
for (let i = 0; i < 6; i++) {
  functions.push(() => i);
  i++;
}
for (const f of functions) console.log(f());
