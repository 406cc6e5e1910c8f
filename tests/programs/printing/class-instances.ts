class Empty {}
class Point {
  x = 1;
  y = 2.5;
}
class Named extends Point {
  name = "n";
}
console.log(new Empty(), new Point(), new Named());
console.log([new Point(), new Empty()]);
