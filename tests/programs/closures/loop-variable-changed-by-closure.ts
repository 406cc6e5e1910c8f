const functions: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  functions.push(() => {
    i += 10;
    return i;
  });
}
console.log(functions[0]!(), functions[0]!(), functions[1]!(), functions[2]!());
