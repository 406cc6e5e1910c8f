// exit: 1
class ConfigError extends Error {
  constructor(readonly line: number) {
    super(`bad line ${line}`);
    this.name = "ConfigError";
  }
}
function load(lines: string[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] === "") throw new ConfigError(i + 1);
    console.log(lines[i]);
  }
}
load(["a", "b", "", "c"]);
