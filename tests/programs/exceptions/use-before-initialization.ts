function read(): string {
  try {
    return `limit ${limit}`;
  } catch (error) {
    return `${error}`;
  }
}
console.log(read());
const limit = 10;
console.log(read());
