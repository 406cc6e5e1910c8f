// Objects that share a struct hold different functions under one name.
class Service {
  constructor(private readonly o: { f: (x: number) => number }) {}
  run() { return this.o.f(3); }
}
console.log(new Service({ f: (x) => x + 1 }).run(), new Service({ f: (x) => x * 100 }).run());
console.log(new Service({ f: (...x) => x.length }).run());
const fs = [(...a: number[]) => { a.push(1); return a.length; }, (...b: number[]) => b.reduce((x, y) => x + y, 0)];
for (const f of fs) console.log(f(5, 6), f());
