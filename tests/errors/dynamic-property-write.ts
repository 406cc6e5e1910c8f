function write(o: any, key: string): void {
  o[key] = 1; // error: property name is only known at run time
}
write({ a: 1 }, process.argv[2] ?? "b");
