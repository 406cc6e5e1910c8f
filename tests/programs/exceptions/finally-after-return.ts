function f(n: number): string {
  try {
    if (n > 0) return "returned";
    console.log("not returned");
  } finally {
    console.log("finally");
  }
  return "end";
}
console.log(f(1));
console.log(f(0));
