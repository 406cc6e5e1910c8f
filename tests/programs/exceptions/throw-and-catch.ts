try {
  console.log("before");
  throw new Error("broken");
} catch (error) {
  console.log(error instanceof Error ? error.message : "something else");
}
console.log("after");
