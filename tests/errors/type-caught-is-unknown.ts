try {
  throw new Error("x");
} catch (error) {
  console.log(error.message); // warning: 'error' is of type 'unknown'
}
