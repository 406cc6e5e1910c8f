abstract class Shape {
  abstract area(): number;
}
class Square extends Shape {} // error: Non-abstract class 'Square' does not implement inherited abstract member area from class 'Shape'.
console.log(new Square());
