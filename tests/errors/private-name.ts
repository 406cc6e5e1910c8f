class A {
  #secret = 1; // error: #private names are not supported
  read(): number {
    return this.#secret;
  }
}
console.log(new A().read());
