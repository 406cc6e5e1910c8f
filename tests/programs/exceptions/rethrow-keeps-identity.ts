const original = new Error("same");
try {
  try {
    throw original;
  } catch (error) {
    throw error;
  }
} catch (error) {
  console.log(error === original);
}
