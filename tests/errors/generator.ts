function* count(): Generator<number> { // error: generators are not supported
  yield 1;
}
console.log(count());
