// The declared type says number; the flow says string. The flow is right.
function first(list: unknown[]): number {
  return list[0] as number;
}
console.log(first(["text"]), first([3]), first([null]));
