import * as shapes from "./shapes.ts";

console.log(shapes.area(new shapes.Square(3)), shapes.UNIT, shapes.areaOf.length);
// The module's object itself.
console.log(shapes, Object.keys(shapes), "area" in shapes, shapes instanceof Object);
const found: Record<string, typeof shapes> = { shapes };
for (const [name, f] of Object.entries(shapes)) if (typeof f === "function" && name === "area") console.log(name, (f as any)({ side: 4 }));
function get(name: keyof typeof shapes) { return shapes[name]; }
console.log(found.shapes === shapes, get("UNIT"), get("areaOf"), { ...shapes }.UNIT, shapes["UNIT"]);
