function f(n: number): number {
  switch (n) {
    case 0: {
      const x = 10;
      return x;
    }
    case 1: {
      const x = 20;
      return x + 1;
    }
    default:
      let x = 5;
      x++;
      return x;
  }
}
console.log(f(0), f(1), f(2));
