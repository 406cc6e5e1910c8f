// A variable assigned before a call that throws has its new value in the handler.
function risky(n: number): number {
  if (n > 2) throw new Error("stop");
  return n * 10;
}
let i = 0;
let last = -1;
let text = "";
try {
  for (;;) {
    text += i;
    last = risky(i);
    i++;
    text += "+";
  }
} catch {
  console.log(i, last, text);
} finally {
  console.log(text.length);
}
