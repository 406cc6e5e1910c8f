let found = false;
let steps = 0;
while (!found) {
  steps++;
  found = steps * steps > 50;
}
console.log(steps, found);
