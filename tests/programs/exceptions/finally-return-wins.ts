function f(): string {
  try {
    return "try";
  } finally {
    return "finally";
  }
}
function g(): string {
  try {
    throw new Error("lost");
  } finally {
    return "swallowed";
  }
}
console.log(f(), g());
