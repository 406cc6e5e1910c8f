const point = { x: 1, y: 2 };
for (const key in point) { // error: for...in is not supported
  console.log(key);
}
