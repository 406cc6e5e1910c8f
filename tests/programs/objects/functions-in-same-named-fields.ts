interface Surface { diffuse: (x: number) => string; roughness: number; name?: string }
const shiny: Surface = { diffuse: function (x) { return "shiny" + x; }, roughness: 1 };
const checkered: Surface = { diffuse: function (x) { return "checkered" + x; }, roughness: 2 };
const counted = { diffuse: (x: number) => "counted" + x + counted.roughness, roughness: 3 };
function show(thing: { surface: Surface }): string[] {
  const describe = (k: number) => thing.surface.diffuse(k) + thing.surface.roughness;
  return [1, 2].map(describe);
}
for (const surface of [checkered, shiny, counted]) console.log(show({ surface }));

class Circle { area = () => 3; label = "circle"; inner = { kind: "round", parts: [1] }; }
class Square { area = () => 4; label = "square"; inner = { kind: "flat", parts: ["a"] }; }
for (const one of [new Circle(), new Square()]) console.log(one.label, one.area(), one.inner.kind, one.inner.parts);

const handlers = [{ on: (s: string) => s.length }, { on: (s: string) => s.indexOf("b") }, { on: Number }];
console.log(handlers.map((h) => h.on("ab")), handlers.map(({ on }) => on("12")));
