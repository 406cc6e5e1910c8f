const table = [["name", "age"], ["Ada", "36"]];
for (const row of table) console.log(row.join(": "));
table[1]!.push("London");
console.log(table[1]!.length, table[0]!.length);
