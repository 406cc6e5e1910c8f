let evaluations = 0;
function limit(): number {
  evaluations++;
  return 3;
}
for (let i = 0; i < limit(); i++);
console.log(evaluations);
