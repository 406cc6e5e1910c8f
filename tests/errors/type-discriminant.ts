type Shape = { kind: "circle"; r: number } | { kind: "square"; s: number };
function area(s: Shape): number {
  return s.kind === "circle" ? s.r : s.r; // error: Property 'r' does not exist on type '{ kind: "square"; s: number; }'.
}
console.log(area({ kind: "square", s: 1 }));
