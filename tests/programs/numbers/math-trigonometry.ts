for (const x of [0, 0.5, 1, 2, -3, 10, 1000, 1e22]) {
  console.log(x, Math.sin(x), Math.cos(x), Math.tan(x), Math.atan(x));
}
