function f(n: number): string {
  let result = "";
  switch (n) {
    case 1:
      result += "1";
      break;
    default:
      result += "d";
    case 2:
      result += "2";
      break;
    case 3:
      result += "3";
  }
  return result;
}
console.log(f(1), f(2), f(3), f(4));
