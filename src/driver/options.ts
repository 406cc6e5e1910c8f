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
  /** The program can write profiles of itself. */
  readonly profile: boolean;
  /** The program collects every so many bytes, 0: when needed; its environment may say otherwise. */
  readonly gcStress: number;
  /** The program checks its heap after each collection, unless its environment says otherwise. */
  readonly gcCheck: boolean;
  /** Objects of classes marked from `heddle/tagged` live in the words that refer to them. */
  readonly tagged: boolean;
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
  profile: false,
  gcStress: 0,
  gcCheck: false,
  tagged: false,
  allowSystem: false,
};

const units: Readonly<Record<string, number>> = { "": 1, B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** Bytes of a size as `64MB`; undefined if it is none. */
export function bytesOf(text: string): number | undefined {
  const [, digits, unit] = /^(\d+)(|B|KB|MB|GB)$/.exec(text) ?? [];
  const factor = units[unit ?? ""];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

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
