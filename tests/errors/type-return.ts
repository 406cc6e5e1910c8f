function name(): string {
  return 5; // error: Type 'number' is not assignable to type 'string'
}
console.log(name());
