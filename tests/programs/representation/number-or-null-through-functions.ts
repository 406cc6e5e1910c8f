function parse(text: string): number | null {
  const n = Number(text);
  return Number.isNaN(n) ? null : n;
}
function twice(n: number | null): number | null {
  return n === null ? null : n * 2;
}
for (const text of ["4", "x", "0.5", "-0"]) console.log(twice(parse(text)), twice(twice(parse(text))) ?? "none");
