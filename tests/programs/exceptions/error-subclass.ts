class ParseError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(`${message} at line ${line}`);
    this.name = "ParseError";
    this.line = line;
  }
}
try {
  throw new ParseError("unexpected end", 7);
} catch (error) {
  if (error instanceof ParseError) console.log(error.line, error.message, error.name, `${error}`);
}
