function grade(points: number): string {
  if (points >= 90) return "A";
  else if (points >= 80) return "B";
  else if (points >= 70) return "C";
  return "F";
}
console.log(grade(95), grade(90), grade(89.9), grade(70), grade(0));
