function f(): string {
  try {
    return "value";
  } finally {
    try {
      throw new Error("inside finally");
    } catch (error) {
      console.log((error as Error).message);
    }
  }
}
console.log(f());
