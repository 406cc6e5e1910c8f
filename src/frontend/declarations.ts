/** What a program finds around it beside the language's own library: the part of Node's that is translated. */
export const hostDeclarations = `interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  error(...values: unknown[]): void;
  warn(...values: unknown[]): void;
}

declare const console: Console;

interface Process {
  readonly argv: string[];
  readonly stdout: { write(text: string): boolean };
  exit(code?: number): never;
}

declare const process: Process;

interface Performance {
  now(): number;
}

declare const performance: Performance;

// Known to the checker, refused by the translation.

interface BigInt {
  toString(radix?: number): string;
}

declare function BigInt(value: bigint | boolean | number | string): bigint;
`;
