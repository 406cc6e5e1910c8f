try {
  console.log("body");
} finally {
  console.log("finally");
}
console.log("after");
