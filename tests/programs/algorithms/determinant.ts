function determinant(m: number[][]): number {
  const n = m.length;
  let det = 1;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(m[r]![i]!) > Math.abs(m[pivot]![i]!)) pivot = r;
    if (m[pivot]![i] === 0) return 0;
    if (pivot !== i) {
      const row = m[i]!;
      m[i] = m[pivot]!;
      m[pivot] = row;
      det = -det;
    }
    det *= m[i]![i]!;
    for (let r = i + 1; r < n; r++) {
      const f = m[r]![i]! / m[i]![i]!;
      for (let c = i; c < n; c++) m[r]![c]! -= f * m[i]![c]!;
    }
  }
  return det;
}
console.log(determinant([[2, -1, 0], [1, 3, 4], [0, 5, -2]]).toFixed(6), determinant([[1, 2], [2, 4]]));
