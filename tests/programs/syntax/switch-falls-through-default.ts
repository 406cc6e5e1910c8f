function show(v: number): string {
  let out = "";
  switch (v) {
    case 1:
      out += "1";
    case 2:
      out += "2";
      break;
    default:
      out += "d";
    case 3:
      out += "3";
  }
  return out;
}
console.log(show(1), show(2), show(3), show(4));
