// exit: 1
try {
  throw new TypeError("original");
} catch (error) {
  console.log("seen");
  throw error;
} finally {
  console.log("finally");
}
