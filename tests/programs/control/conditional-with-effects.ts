let log = "";
function note(text: string): string {
  log += text;
  return text;
}
const r = note("a") === "a" ? note("b") : note("c");
console.log(r, log);
