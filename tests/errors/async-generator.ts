async function* later(): AsyncGenerator<number> { // error: async generators and `for await` are not supported
  yield 1; // error: this construct (yield) is not supported
}
console.log(later());
