const functions: (() => number)[] = [];
let i = 0;
while (i < 3) {
  let square = i * i;
  functions.push(() => square++);
  i++;
}
console.log(functions[2]!(), functions[2]!(), functions[1]!());
