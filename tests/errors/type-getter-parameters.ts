class A {
  get x(y: number): number { // error: A 'get' accessor cannot have parameters.
    return y;
  }
}
console.log(new A());
