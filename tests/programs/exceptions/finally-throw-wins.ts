function f(): number {
  try {
    throw new Error("first");
  } finally {
    throw new Error("second");
  }
}
try {
  f();
} catch (error) {
  console.log((error as Error).message);
}
