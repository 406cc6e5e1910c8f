try {
  console.log("body");
} catch {
  console.log("never");
}
console.log("after");
