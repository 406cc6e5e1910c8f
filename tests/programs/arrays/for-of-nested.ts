for (const row of [[1, 2], [], [3]]) {
  for (const n of row) console.log(row.length, n);
}
