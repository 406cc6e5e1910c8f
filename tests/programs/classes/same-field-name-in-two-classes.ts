class Meters {
  value = 1.5;
}
class Pieces {
  value = 3;
}
class Label {
  value = "label";
}
console.log(new Meters().value, new Pieces().value, new Label().value);
const sizes: { value: number }[] = [new Meters(), new Pieces()];
let total = 0;
for (const size of sizes) total += size.value;
console.log(total);
