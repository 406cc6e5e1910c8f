class A {
  x = 1;
}
console.log(A.x); // error: Property 'x' does not exist on type 'typeof A'.
