function lcs(a: string, b: string): string {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) row.push(0);
      else if (a[i - 1] === b[j - 1]) row.push(table[i - 1]![j - 1]! + 1);
      else row.push(Math.max(table[i - 1]![j]!, row[j - 1]!));
    }
    table.push(row);
  }
  let result = "";
  let i = a.length;
  let j = b.length;
  while (i > 0 && j > 0) {
    if (a[i - 1] === b[j - 1]) {
      result = a[i - 1] + result;
      i--;
      j--;
    } else if (table[i - 1]![j]! >= table[i]![j - 1]!) i--;
    else j--;
  }
  return result;
}
console.log(lcs("AGGTAB", "GXTXAYB"), lcs("abcdef", "acf"), lcs("", "x") === "");
