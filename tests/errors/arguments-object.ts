function sum(): number {
  return arguments.length; // error: arguments is refused
}
console.log(sum());
