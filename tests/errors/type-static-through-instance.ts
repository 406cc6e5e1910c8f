class A {
  static make(): A {
    return new A();
  }
}
console.log(new A().make()); // error: Property 'make' does not exist on type 'A'. Did you mean to access the static member 'A.make' instead?
