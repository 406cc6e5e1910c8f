try {
  console.log("body");
  throw new Error("e");
} catch (error) {
  console.log(`catch ${(error as Error).message}`);
} finally {
  console.log("finally");
}
console.log("after");
