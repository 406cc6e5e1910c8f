const list = [1, 2, 3];
try {
  list.length = -1;
} catch (error) {
  console.log(error instanceof RangeError, `${error}`);
}
console.log(list);
