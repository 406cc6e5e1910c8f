function value(x: number | null | undefined): number {
  return x ?? 10;
}
console.log(value(0), value(NaN), value(null), value(undefined), value(5));
function text(x: string | null): string {
  return x ?? "default";
}
console.log(text(""), text(null));
