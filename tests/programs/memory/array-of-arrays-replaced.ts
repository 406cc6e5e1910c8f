const table: string[][] = [];
for (let i = 0; i < 20; i++) table.push([]);
for (let round = 0; round < 300; round++) {
  const row = table[round % 20]!;
  row.push(`r${round}`);
  if (row.length > 5) table[round % 20] = [row[row.length - 1]!];
}
let text = "";
for (const row of table) text += `${row.length}${row[0]} `;
console.log(text);
