for (const radix of [1, 37, 0.5]) {
  try {
    console.log((10).toString(radix));
  } catch (e) {
    console.log(e instanceof RangeError, (e as Error).message);
  }
}
