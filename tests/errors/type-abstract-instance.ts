abstract class Shape {
  abstract area(): number;
}
console.log(new Shape()); // error: Cannot create an instance of an abstract class
