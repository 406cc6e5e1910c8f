function memoize(f: (n: number) => number): (n: number) => number {
  const known: number[] = [];
  let calls = 0;
  return (n) => {
    for (let i = 0; i < known.length; i += 2) {
      if (known[i] === n) return known[i + 1]!;
    }
    calls++;
    console.log(`call ${calls}`);
    const result = f(n);
    known.push(n, result);
    return result;
  };
}
const square = memoize((n) => n * n);
console.log(square(4), square(5), square(4));
