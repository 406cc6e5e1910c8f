function steps(n: number): string {
  let path = "";
  switch (n) {
    case 1:
      path += "one ";
    case 2:
      path += "two ";
      break;
    case 3:
      path += "three ";
    default:
      path += "default ";
    case 4:
      path += "four ";
  }
  return path;
}
for (let n = 0; n <= 5; n++) console.log(n, steps(n));
