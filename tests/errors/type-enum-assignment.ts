enum Color {
  Red,
  Green,
}
const c: Color = "Red"; // error: Type '"Red"' is not assignable to type 'Color'.
console.log(c);
