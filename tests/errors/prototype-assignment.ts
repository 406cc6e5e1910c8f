class A {}
(A as any).prototype.run = () => 1; // error: prototype is refused
console.log(new A());
