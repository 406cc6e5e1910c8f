function write(o: any, key: string): void {
  o[key] = 1; // error: cannot be indexed
}
write({ a: 1 }, process.argv[2] ?? "b");
