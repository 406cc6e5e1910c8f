// Default sort: by texts, of which only the units in which they differ are looked at first.
const lists: (string | number | undefined | null | boolean)[][] = [
  [], ["b"], ["b", "a"], ["ab", "a", "abc", "", "a\0", "a"], [10, 9, 1, 100, -1, -10, 0.5, 1e21, NaN],
  ["wordé", "word", "wordz", "word\u4e2d", "word\u4e2d\u4e2d", "word\u00ff"], [undefined, "x", null, true, 3, undefined, "w"],
  ["prefix-long-common-1", "prefix-long-common-10", "prefix-long-common-2", "prefix-long-common-10a"],
  ["😀", "\uffff", "z", "\ud83d"],
];
for (const list of lists) console.log(JSON.stringify(list.sort()), JSON.stringify(list.toSorted()));
const many: string[] = [];
for (let i = 0; i < 500; i++) many.push(`k${(i * 7919) % 613}${i % 3 === 0 ? "é" : ""}${i % 50 === 0 ? "中" : ""}`);
const sorted = many.slice().sort();
let ordered = true;
for (let i = 1; i < sorted.length; i++) if (sorted[i]! < sorted[i - 1]!) ordered = false;
console.log(ordered, sorted.slice(0, 20).join(" "), sorted.slice(-5).join(" "));
