// biome-ignore-all lint/suspicious/noImportCycles: a module is its own default export, and has `strict`.
// biome-ignore-all lint/suspicious/noDoubleEquals: `assert.equal` compares so.
/** `assert`: tests that throw an AssertionError. Its default export may be called: the frontend knows `assert`. */
import { deepEqual as areAlike, inspectText } from "../../memory/inspect-services.ts";
import { abridged, differenceText, unwantedText } from "./assertion-text.ts";

export interface AssertionErrorOptions {
  message?: string;
  actual?: unknown;
  expected?: unknown;
  operator?: string;
}

export class AssertionError extends Error {
  generatedMessage: boolean;
  code = "ERR_ASSERTION";
  actual: unknown;
  expected: unknown;
  operator: string | undefined;

  constructor(options: AssertionErrorOptions) {
    super(options.message ?? "Failed");
    this.name = "AssertionError";
    this.generatedMessage = options.message === undefined;
    this.actual = options.actual;
    this.expected = options.expected;
    this.operator = options.operator;
  }
}

type Message = string | Error | undefined;

function failed(given: Message, text: string, actual: unknown, expected: unknown, operator: string): never {
  if (given instanceof Error) throw given;
  const error = new AssertionError({ message: given ?? text, actual, expected, operator });
  error.generatedMessage = given === undefined;
  throw error;
}

/** `text` is what stands between the call's parentheses: the call is shown. */
function check(value: unknown, message: Message, text: string | undefined): void {
  if (value) return;
  failed(message, `The expression evaluated to a falsy value:\n\n  ${text}\n`, value, true, "==");
}

export function assert(value?: unknown, message?: string | Error, text?: string): asserts value {
  check(value, message, text);
}

export function ok(value?: unknown, message?: string | Error, text?: string): asserts value {
  check(value, message, text);
}

export function fail(message?: string | Error): never {
  failed(message, "Failed", undefined, undefined, "fail");
}

export function equal(actual: any, expected: any, message?: string | Error): void {
  if (actual == expected || (Number.isNaN(actual) && Number.isNaN(expected))) return;
  failed(message, `${abridged(actual)} == ${abridged(expected)}`, actual, expected, "==");
}

export function notEqual(actual: any, expected: any, message?: string | Error): void {
  if (actual != expected && !(Number.isNaN(actual) && Number.isNaN(expected))) return;
  failed(message, `${abridged(actual)} != ${abridged(expected)}`, actual, expected, "!=");
}

function isReference(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

const sameStructure = "Values have same structure but are not reference-equal:";

export function strictEqual<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const both = isReference(actual) && typeof actual === typeof expected && expected !== null;
  const heading = both
    ? 'Expected "actual" to be reference-equal to "expected":'
    : "Expected values to be strictly equal:";
  fails(message, heading, actual, expected, "strictEqual");
}

/** The difference is shown below a message of the program's too. */
function fails(
  message: Message,
  heading: string,
  actual: unknown,
  expected: unknown,
  operator: string,
): never {
  if (message instanceof Error) throw message;
  const text = differenceText(message ?? heading, sameStructure, actual, expected);
  const error = new AssertionError({ message: text, actual, expected, operator });
  error.generatedMessage = message === undefined;
  throw error;
}

export function notStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (!Object.is(actual, expected)) return;
  const heading = isReference(actual)
    ? 'Expected "actual" not to be reference-equal to "expected":'
    : 'Expected "actual" to be strictly unequal to:';
  failed(message, unwantedText(heading, actual), actual, expected, "notStrictEqual");
}

export function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (areAlike(actual, expected, false)) return;
  const text = `${abridged(actual)}\n\nshould loosely deep-equal\n\n${abridged(expected)}`;
  failed(message, `Expected values to be loosely deep-equal:\n\n${text}`, actual, expected, "deepEqual");
}

export function notDeepEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (!areAlike(actual, expected, false)) return;
  const [ours, theirs] = [abridged(actual), abridged(expected)];
  const text =
    ours === theirs
      ? `Expected "actual" not to be loosely deep-equal to:\n\n${ours}`
      : `Expected values not to be loosely deep-equal:\n\n${ours}\n\nshould not loosely deep-equal\n\n${theirs}`;
  failed(message, text, actual, expected, "notDeepEqual");
}

export function deepStrictEqual<T>(
  actual: unknown,
  expected: T,
  message?: string | Error,
): asserts actual is T {
  if (areAlike(actual, expected, true)) return;
  fails(message, "Expected values to be strictly deep-equal:", actual, expected, "deepStrictEqual");
}

export function notDeepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (!areAlike(actual, expected, true)) return;
  const text = unwantedText('Expected "actual" not to be strictly deep-equal to:', actual);
  failed(message, text, actual, expected, "notDeepStrictEqual");
}

/** What a call threw, or that it did not. */
class Outcome {
  thrown = false;
  error: any = undefined;
}

function outcomeOf(run: () => unknown): Outcome {
  const outcome = new Outcome();
  try {
    run();
  } catch (error) {
    outcome.thrown = true;
    outcome.error = error;
  }
  return outcome;
}

async function outcomeOfPromise(given: any): Promise<Outcome> {
  const outcome = new Outcome();
  const promise = typeof given === "function" ? given() : given;
  try {
    await promise;
  } catch (error) {
    outcome.thrown = true;
    outcome.error = error;
  }
  return outcome;
}

/** `expected` is a class, a function that tests the error, an object of properties, or the message. */
function expectError(outcome: Outcome, expected: any, given: Message, operator: string): void {
  const message = typeof expected === "string" ? expected : given;
  const wanted = typeof expected === "string" ? undefined : expected;
  if (!outcome.thrown) {
    const what = operator === "rejects" ? "rejection" : "exception";
    const shown = typeof wanted === "function" ? inspectText(wanted, 0, 80, 3, false, 1) : "";
    const name = shown === "" || shown === "[Function (anonymous)]" ? "" : ` (${nameIn(shown)})`;
    const details = `${name}${message ? `: ${message}` : "."}`;
    failed(`Missing expected ${what}${details}`, "", undefined, wanted, operator);
  }
  if (wanted === undefined || wanted === null) return;
  if (typeof wanted === "function") expectKind(outcome.error, wanted, message, operator);
  else expectProperties(outcome.error, wanted, message, operator);
}

/** They show as functions. */
const libraryClasses = [
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
];

/** Of what `[class Name extends Other]` and `[Function: name]` show. */
function nameIn(shown: string): string {
  return shown.slice(1, -1).split(" ")[1] ?? "";
}

function expectKind(error: any, wanted: any, message: Message, operator: string): void {
  const shown = inspectText(wanted, 0, 80, 3, false, 1);
  if (shown.startsWith("[class ") || libraryClasses.includes(nameIn(shown))) {
    if (error instanceof wanted) return;
    const name =
      error instanceof Error
        ? `"${(error as any).constructor.name}"`
        : `"${inspectText(error, -1, 80, 3, false, 1)}"`;
    const text =
      error instanceof Error && error.message !== "" ? `\n\nError message:\n\n${error.message}` : "";
    const told = `The error is expected to be an instance of "${nameIn(shown)}". Received ${name}${text}`;
    failed(message, told, error, wanted, operator);
  }
  const result = wanted(error);
  if (result === true) return;
  const name = shown.startsWith("[Function: ") ? `"${nameIn(shown)}" ` : "";
  const caught = error instanceof Error ? `\n\nCaught error:\n\n${error}` : "";
  const told = `The ${name}validation function is expected to return "true". Received ${inspectText(result, 2, 80, 3, false, 100)}${caught}`;
  failed(message, told, error, wanted, operator);
}

/** Errors have these two otherwise than as properties of their own. */
function propertyOf(object: any, name: string): unknown {
  return name === "name" ? object.name : name === "message" ? object.message : object[name];
}

function expectProperties(error: any, wanted: any, message: Message, operator: string): void {
  const names = Object.keys(wanted);
  if (wanted instanceof Error) names.push("name", "message");
  for (const name of names) {
    if (areAlike(propertyOf(error, name), propertyOf(wanted, name), true)) continue;
    if (message !== undefined) failed(message, "", error, wanted, operator);
    const ours: any = {};
    const theirs: any = {};
    for (const one of names) {
      const found = propertyOf(error, one);
      if (found !== undefined) ours[one] = found;
      theirs[one] = propertyOf(wanted, one);
    }
    const text = differenceText("Expected values to be strictly deep-equal:", sameStructure, ours, theirs);
    // Node compares copies of a class of its own.
    failed(undefined, text.replace("  {\n", "  Comparison {\n"), error, wanted, operator);
  }
}

export function throws(run: () => unknown, expected?: unknown, message?: string | Error): void {
  expectError(outcomeOf(run), expected, message, "throws");
}

export async function rejects(promise: unknown, expected?: unknown, message?: string | Error): Promise<void> {
  expectError(await outcomeOfPromise(promise), expected, message, "rejects");
}

function expectNone(outcome: Outcome, what: string, message: unknown, operator: string): void {
  if (!outcome.thrown) return;
  const details = typeof message === "string" ? `: ${message}` : ".";
  const text = `Got unwanted ${what}${details}\nActual message: "${outcome.error?.message}"`;
  failed(text, "", outcome.error, undefined, operator);
}

export function doesNotThrow(run: () => unknown, message?: string | Error): void {
  expectNone(outcomeOf(run), "exception", message, "doesNotThrow");
}

export async function doesNotReject(promise: unknown, message?: string | Error): Promise<void> {
  expectNone(await outcomeOfPromise(promise), "rejection", message, "doesNotReject");
}

export function ifError(value: any): void {
  if (value === null || value === undefined) return;
  const shown =
    value instanceof Error ? value.message || value.name : inspectText(value, 2, 80, 3, false, 100);
  failed(`ifError got unwanted exception: ${shown}`, "", value, null, "ifError");
}

// What `import assert from "node:assert"` and `import { strict as assert }` mean.
export * as default from "./assert.ts";
export * as strict from "./assert-strict.ts";
