/** What a user can choose for a translation. Every choice is made here, at translation time, and none in the source. */
export interface TranslateOptions {
  /** Name of a collector of collectors/registry.ts. */
  readonly gc: string;
  /** Optimization level, 0 to 3. */
  readonly level: 0 | 1 | 2 | 3;
  /** The C compiler's command; undefined: `$CC`, else `cc`. */
  readonly cc: string | undefined;
  /** Directory that keeps the emitted C. */
  readonly keepC: string | undefined;
  /** Run the verifier between all passes. */
  readonly verify: boolean;
  /** Passes after which every graph is printed to standard error. */
  readonly printAfter: readonly string[];
  /** Passes that are left out. */
  readonly without: readonly string[];
  /** Print what the passes did and what not, and why. */
  readonly remarks: boolean;
  /** Debugging information that leads to TypeScript lines. */
  readonly debug: boolean;
  /** Let the program import `heddle/memory`. */
  readonly allowSystem: boolean;
}

export const defaultOptions: TranslateOptions = {
  gc: "incminimark",
  level: 2,
  cc: undefined,
  keepC: undefined,
  verify: false,
  printAfter: [],
  without: [],
  remarks: false,
  debug: false,
  allowSystem: false,
};

/** Exit codes of the command itself; a translated program has its own (docs/exit-codes.md). */
export const exitCodes = {
  success: 0,
  /** The program is wrong or outside the language. */
  refused: 1,
  usage: 2,
  /** The C compiler is missing or failed. */
  compiler: 3,
  /** Heddle itself is wrong. */
  internal: 70,
} as const;
