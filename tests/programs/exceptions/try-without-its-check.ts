// That `shared` has its value when `remainder` reads it is only known once the flow of the whole program is.
let first = ((x: number): number => 6 + x)(14);
let list = [0.5];
let shared = { x: first, y: first };
function remainder(p: number): number {
  p %= list[-first] ?? first ** 2;
  try {
    console.log(shared);
  } catch (e) {}
  if (list.length > 1) list[0]! -= p += first;
  return --first;
}
try {
  console.log(remainder([13, 16][1] ?? first), remainder(Math.floor(first / 6)));
} catch (e) {}
