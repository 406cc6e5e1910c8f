// args: 10 2.5 abc é
let sum = 0;
for (const argument of process.argv.slice(2)) {
  const n = Number(argument);
  if (Number.isNaN(n)) console.log(`not a number: ${argument}, length ${argument.length}`);
  else sum += n;
}
console.log(sum);
