function f(): number {
  yield 1; // error: A 'yield' expression is only allowed in a generator body.
  return 2;
}
console.log(f());
