const mixed: (number | string)[] = [1, "two", 3.5, "four"];
let sum = 0;
let text = "";
for (const item of mixed) {
  if (typeof item === "number") sum += item;
  else text += item;
}
console.log(sum, text, mixed.length);
