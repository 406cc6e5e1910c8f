class A {}
function patch(): void {
  (A.prototype as any).hello = () => "hi"; // error: `prototype` is refused: what instances of a class inherit is fixed at translation
}
patch();
console.log((new A() as any).hello());
