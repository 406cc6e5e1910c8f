console.log([1, 2, 3].reduce((a, b) => a + b), [1, 2, 3].reduce((a, b) => a + b, 10));
console.log(["a", "b"].reduce((text, s, i) => `${text}${i}${s}`, ">"), [7].reduce(() => 0));
try {
  ([] as number[]).reduce((a, b) => a + b);
} catch (error) {
  console.log(`${error}`);
}
