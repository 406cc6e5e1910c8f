class Log {
  lines = 0;
  write(text: string, indent?: number): string {
    this.lines++;
    let prefix = "";
    for (let i = 0; i < (indent ?? 0); i++) prefix += "  ";
    return prefix + text;
  }
}
const log = new Log();
console.log(log.write("a"), log.write("b", 2), log.lines);
