interface Shape {
  area(): number;
}
class Square implements Shape { // error: incorrectly implements interface
  side = 1;
}
console.log(new Square());
