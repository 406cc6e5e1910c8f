function f(): void {
  try {
    throw new Error("one");
  } finally {
    console.log("finally runs first");
  }
}
try {
  f();
} catch (error) {
  console.log(`caught ${error}`);
}
