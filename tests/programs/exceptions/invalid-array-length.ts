for (const n of [-1, 0.5, 2 ** 32]) {
  try {
    new Array<number>(n);
  } catch (error) {
    console.log(error instanceof RangeError, (error as Error).message);
  }
}
