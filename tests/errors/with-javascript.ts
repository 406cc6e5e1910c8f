export {};
const o = { a: 1 };
with (o) { // error: 'with' statements are not allowed in strict mode.
  console.log(a);
}
