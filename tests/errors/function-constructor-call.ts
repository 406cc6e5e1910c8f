function outer(): unknown {
  function Point(this: any, x: number) {
    this.x = x;
  }
  return new (Point as any)(1); // error: `new` of `Point` is not supported
}
console.log(outer());
