class Person {
  friend: Person | null = null;
  constructor(readonly name: string) {}
}
function pair(i: number): Person {
  const a = new Person(`a${i}`);
  const b = new Person(`b${i}`);
  a.friend = b;
  b.friend = a;
  return a;
}
let kept = pair(-1);
for (let i = 0; i < 20000; i++) {
  const p = pair(i);
  if (i === 10000) kept = p;
}
console.log(kept.name, kept.friend!.name, kept.friend!.friend === kept);
