function f(): string {
  for (;;) {
    try {
      throw new Error("dropped");
    } finally {
      break;
    }
  }
  return "left";
}
console.log(f());
