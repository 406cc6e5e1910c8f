class A {
  protected x = 1;
}
console.log(new A().x); // error: Property 'x' is protected and only accessible within class 'A' and its subclasses.
