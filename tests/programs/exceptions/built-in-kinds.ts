const errors: Error[] = [new Error("a"), new TypeError("b"), new RangeError("c"), new SyntaxError("d"), new ReferenceError("e"), new EvalError("f"), new URIError("g")];
for (const error of errors) {
  console.log(error.name, error.message, error instanceof Error, error instanceof TypeError, error instanceof RangeError);
}
