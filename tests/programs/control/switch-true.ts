function size(n: number): string {
  switch (true) {
    case n < 10:
      return "small";
    case n < 100:
      return "medium";
    default:
      return "large";
  }
}
console.log(size(5), size(50), size(500));
