function fannkuch(n: number): string {
  const perm: number[] = [];
  const count: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < n; i++) {
    first.push(i);
    perm.push(0);
    count.push(0);
  }
  let checksum = 0;
  let most = 0;
  let r = n;
  for (let nperm = 0; ; nperm++) {
    for (; r !== 1; r--) count[r - 1] = r;
    for (let i = 0; i < n; i++) perm[i] = first[i]!;
    let flips = 0;
    for (let k = perm[0]!; k !== 0; k = perm[0]!) {
      for (let i = 0, j = k; i < j; i++, j--) {
        const kept = perm[i]!;
        perm[i] = perm[j]!;
        perm[j] = kept;
      }
      flips++;
    }
    if (flips > most) most = flips;
    checksum += nperm % 2 === 0 ? flips : -flips;
    for (;;) {
      if (r === n) return `${checksum} ${most}`;
      const kept = first[0]!;
      for (let i = 0; i < r; i++) first[i] = first[i + 1]!;
      first[r] = kept;
      count[r]!--;
      if (count[r]! > 0) break;
      r++;
    }
  }
}
console.log(fannkuch(7));
