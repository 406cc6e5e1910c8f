class Reading {
  value: number | null = null;
}
const readings = [new Reading(), new Reading(), new Reading()];
readings[0]!.value = 0;
readings[2]!.value = -2.5;
let sum = 0;
let missing = 0;
for (const r of readings) {
  if (r.value === null) missing++;
  else sum += r.value;
}
console.log(sum, missing);
