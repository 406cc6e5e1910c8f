function read(o: any, key: string): unknown {
  return o[key]; // error: property name is only known at run time
}
console.log(read({ a: 1 }, process.argv[2] ?? "a"));
