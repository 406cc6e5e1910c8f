enum Color {
  Red,
  Green = 5,
  Blue,
}
enum Level {
  Low = "low",
  High = "high",
}
const color: Color = Color.Blue;
console.log(color, Color.Red, Level.High, color === Color.Blue);
