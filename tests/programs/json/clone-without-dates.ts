// A program that mentions no date is translated without them, unless a clone may meet one.
const made = { list: [1, { deep: true }], map: new Map([["a", [1]]]) };
const copy = structuredClone(made);
copy.list.push(2);
copy.map.get("a")!.push(2);
console.log(made, copy, typeof structuredClone);
