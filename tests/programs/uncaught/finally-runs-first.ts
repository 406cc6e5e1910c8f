// exit: 1
function f(): void {
  try {
    throw new Error("leaves");
  } finally {
    console.log("cleaned up");
  }
}
f();
console.log("never");
