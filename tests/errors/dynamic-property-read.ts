function read(o: any, key: string): unknown {
  return o[key]; // error: cannot be indexed
}
console.log(read({ a: 1 }, process.argv[2] ?? "a"));
