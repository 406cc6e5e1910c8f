function f(): number {
  let x = 1;
  try {
    return x;
  } finally {
    x = 100;
    console.log("x is", x);
  }
}
console.log(f());
