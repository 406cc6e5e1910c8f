function parse(text: string): number {
  try {
    const n = Number(text);
    if (Number.isNaN(n)) throw new Error("not a number");
    return n;
  } catch {
    return -1;
  }
}
console.log(parse("5"), parse("x"));
