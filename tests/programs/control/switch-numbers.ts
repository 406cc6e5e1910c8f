function name(n: number): string {
  switch (n) {
    case 0:
      return "zero";
    case 1:
      return "one";
    case -1:
      return "minus one";
    case 1.5:
      return "one and a half";
    default:
      return "many";
  }
}
console.log(name(0), name(1), name(-1), name(1.5), name(7), name(-0), name(NaN));
