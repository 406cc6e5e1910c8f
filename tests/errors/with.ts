const point = { x: 1 };
with (point) { // error: 'with' statements are not allowed in strict mode
  console.log(x);
}
