class Point {
  toString(): string {
    return "a point";
  }
}
console.log(String(null), String(undefined), String(true), String("text"), String(new Point()), "" + new Point());
