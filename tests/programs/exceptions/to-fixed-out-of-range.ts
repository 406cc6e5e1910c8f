for (const digits of [0, 100, 101, -1]) {
  try {
    console.log((1).toFixed(digits).length);
  } catch (error) {
    console.log(`${error}`);
  }
}
