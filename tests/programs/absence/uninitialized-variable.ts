let later: string | undefined;
console.log(later);
if (later === undefined) later = "now";
console.log(later);
let count: number;
for (let i = 0; i < 2; i++) {
  count = i * 10;
  console.log(count);
}
