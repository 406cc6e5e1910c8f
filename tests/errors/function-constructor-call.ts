function Point(this: any, x: number) {
  this.x = x;
}
console.log(new (Point as any)(1)); // error: is a function, not a class
