class A {
  f(): number {
    return this.#missing; // error: Property '#missing' does not exist on type 'A'.
  }
}
console.log(new A().f());
