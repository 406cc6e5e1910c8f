function fallback(): string {
  console.log("fallback");
  return "f";
}
function pick(a: string | null, b: string | null): string {
  return a ?? b ?? fallback();
}
console.log(pick("a", null), pick(null, "b"), pick(null, null));
