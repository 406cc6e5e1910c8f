try {
  try {
    throw new TypeError("inner");
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.log("never");
  }
} catch (error) {
  console.log(`outer ${error}`);
}
