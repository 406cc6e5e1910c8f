const a = { x: 1, y: "one" };
const b = { x: 2.5, y: "two" };
const all = [a, b, { x: -1, y: "" }];
for (const o of all) console.log(o.x, o.y === "");
