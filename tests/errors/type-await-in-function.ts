function f(): number {
  const x = await g(); // error: 'await' expressions are only allowed within async functions and at the top levels of modules.
  return x;
}
function g(): number {
  return 1;
}
console.log(f());
