// stops: an integer leaves its range
let count = Number.MAX_SAFE_INTEGER - 2;
for (let i = 0; i < 5; i++) {
  count++;
  console.log(count);
}
