function note(text: string): number {
  console.log(text);
  return text.length;
}
class A {
  static x = note("x");
  static y = note("yy") + A.x;
}
console.log("after", A.x, A.y);
