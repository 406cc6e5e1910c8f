function f(): string {
  try {
    return String(read());
  } catch (e) {
    return (e as Error).message;
  }
  const value = Number("1");
  function read(): number {
    return value;
  }
}
console.log(f());
