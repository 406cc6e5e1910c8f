function run(program: string): string {
  const tape: number[] = [];
  for (let i = 0; i < 100; i++) tape.push(0);
  let output = "";
  let at = 0;
  for (let pc = 0; pc < program.length; pc++) {
    switch (program[pc]) {
      case ">": at++; break;
      case "<": at--; break;
      case "+": tape[at] = (tape[at]! + 1) & 255; break;
      case "-": tape[at] = (tape[at]! - 1) & 255; break;
      case ".": output += String.fromCharCode(tape[at]!); break;
      case "[":
        if (tape[at] === 0) {
          for (let depth = 1; depth > 0; ) {
            pc++;
            if (program[pc] === "[") depth++;
            if (program[pc] === "]") depth--;
          }
        }
        break;
      case "]":
        if (tape[at] !== 0) {
          for (let depth = 1; depth > 0; ) {
            pc--;
            if (program[pc] === "]") depth++;
            if (program[pc] === "[") depth--;
          }
        }
        break;
    }
  }
  return output;
}
console.log(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."));
