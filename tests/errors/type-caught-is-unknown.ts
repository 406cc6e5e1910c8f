try {
  throw new Error("x");
} catch (error) {
  console.log(error.message); // error: 'error' is of type 'unknown'
}
