// `break` leaves the switch, `continue` goes on with the loop.
let text = "";
for (let i = 0; i < 6; i++) {
  switch (i % 3) {
    case 0:
      break;
    case 1:
      continue;
    default:
      text += "d";
  }
  text += i;
}
console.log(text);
