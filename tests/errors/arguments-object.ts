function first(): unknown {
  return arguments[0];
}
function all(): unknown {
  return arguments; // error: `arguments` is supported for its elements
}
console.log(first(), all());
