// Frozen arrays throw where they would change, and stay as they are; those that are not frozen do change.
const attempt = (name: string, f: () => unknown): void => {
  try {
    console.log(name, f());
  } catch (error: any) {
    console.log(name, `${error.name}: ${error.message}`);
  }
};
type Change = (list: any) => unknown;
const changes: Record<string, Change> = {
  push: (list) => list.push(4),
  pop: (list) => list.pop(),
  shift: (list) => list.shift(),
  unshift: (list) => list.unshift(9),
  splice: (list) => list.splice(0, 1),
  inserted: (list) => list.splice(1, 0, 5),
  replaced: (list) => list.splice(1, 1, 5),
  sort: (list) => list.sort(),
  reverse: (list) => list.reverse(),
  fill: (list) => list.fill(0, 1),
  element: (list) => (list[0] = 7),
  beyond: (list) => (list[5] = 7),
  added: (list) => (list[1] += 7),
  length: (list) => (list.length = 0),
};
for (const [name, change] of Object.entries(changes)) {
  const list: any = Object.freeze([3, 2, 1]);
  attempt(name, () => change(list));
  console.log(list, Object.isFrozen(list), change([3, 2, 1, 0]));
}
const words: any = Object.freeze(["b", "a"]);
console.log([...words].sort(), words.map((w: string) => w + "!"), words.concat("c"), words.slice().reverse());
const sealed: any = Object.seal([1, 2]);
sealed[0] = 5;
attempt("sealed push", () => sealed.push(1));
attempt("sealed pop", () => sealed.pop());
const closed: any = Object.preventExtensions([1, 2]);
closed.pop();
attempt("closed push", () => closed.push(1));
console.log(sealed, closed, Object.isSealed(sealed), Object.isFrozen(sealed), Object.isExtensible(closed));
console.log(Object.isFrozen([]), Object.isExtensible([1]), Object.isSealed(words), Object.isFrozen("text" as any));
function deepFreeze(object: any): any {
  for (const value of Object.values(object)) if (typeof value === "object" && value !== null) deepFreeze(value);
  return Object.freeze(object);
}
const tree = deepFreeze({ name: "t", parts: [{ n: 1 }, { n: 2 }], inner: { list: [1, 2, 3] } });
attempt("deep", () => (tree.parts[0].n = 5));
attempt("deep push", () => tree.inner.list.push(5));
attempt("deep set", () => (tree.inner.list[0] = 5));
console.log(tree, Object.isFrozen(tree.parts));
class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Failure";
    Error.captureStackTrace(this, Failure);
  }
}
attempt("captured", () => {
  throw new Failure("why");
});
