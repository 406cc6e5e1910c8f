function make(i: number, f: number, s: string, b: boolean, list: number[], o: { v: number } | null) {
  return () => `${i} ${f} ${s} ${b} ${list.length} ${o === null ? "null" : o.v}`;
}
console.log(make(1, 0.5, "s", true, [1, 2], { v: 3 })());
console.log(make(-1, 2, "", false, [], null)());
