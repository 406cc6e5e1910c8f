function f({ m, n = m }: { m: number; n?: number | undefined }, [u, v]: number[] = [8, 9]): number {
  return m + n + u! + v!;
}
console.log(f({ m: 1, n: undefined }), f({ m: 1, n: 5 }, [1, 2]));
