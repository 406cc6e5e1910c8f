const START = 0;
const NUMBER = 1;
const FRACTION = 2;
const FAIL = 3;
function isDecimal(text: string): boolean {
  let state = START;
  for (let i = 0; i < text.length; i++) {
    const digit = text[i]! >= "0" && text[i]! <= "9";
    switch (state) {
      case START:
        state = digit ? NUMBER : FAIL;
        break;
      case NUMBER:
        if (!digit) state = text[i] === "." ? FRACTION : FAIL;
        break;
      case FRACTION:
        if (!digit) state = FAIL;
        break;
    }
  }
  return state === NUMBER || state === FRACTION;
}
for (const text of ["12", "1.5", ".5", "1.5.2", "", "7."]) console.log(text, isDecimal(text));
