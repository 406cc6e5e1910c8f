function absent(x: number | null | undefined): boolean {
  return x == null;
}
console.log(absent(null), absent(undefined), absent(0), absent(NaN));
const y: string | null = null;
console.log(y != null, y == undefined);
