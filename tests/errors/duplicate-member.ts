class A {
  x = 1;
  x = 2; // error: Duplicate identifier 'x'
}
console.log(new A().x);
