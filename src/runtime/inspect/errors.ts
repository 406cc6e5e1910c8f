/* An error as Node's inspect shows it (formatError and improveStack of lib/internal/util/inspect.js). */
import {
  reflectCount,
  reflectErrorName,
  reflectItem,
  reflectKey,
  reflectName,
  reflectStack,
} from "../../memory/value-primitives.ts";

/** `name: message` of an error, as its `stack` begins. */
export function errorHeading(error: unknown): string {
  const name = reflectErrorName(error);
  const message = textProperty(error, "message", "");
  if (name.length === 0) {
    return message;
  }
  return message.length === 0 ? name : `${name}: ${message}`;
}

/**
 * The stack of an error, in brackets where it has no frames. A class that left its parent's name is named too:
 * `ParseError: …`, `Failure [Error]: …`.
 */
export function errorText(error: unknown, indentation: number): string {
  let text = reflectStack(error);
  if (text.length === 0) {
    text = errorHeading(error);
  }
  text = improved(text, reflectErrorName(error), reflectName(error));
  const message = textProperty(error, "message", "");
  const at = message.length === 0 ? -1 : text.indexOf(message);
  const frames = text.indexOf("\n    at", at < 0 ? 0 : at + message.length);
  return indented(frames < 0 ? `[${text}]` : text, indentation);
}

function improved(stack: string, name: string, className: string): string {
  if (name === className || !name.endsWith("Error") || !stack.startsWith(name)) {
    return stack;
  }
  if (stack.length > name.length) {
    const next = stack.charCodeAt(name.length);
    if (next !== 58 && next !== 10) {
      return stack;
    }
  }
  const shown = className.includes(name) ? className : `${className} [${name}]`;
  return shown + stack.slice(name.length, stack.length);
}

/** Properties that need not be shown beside the text. */
export function isShownByText(error: unknown, key: string): boolean {
  if (key === "message") return errorText(error, 0).includes(textProperty(error, "message", ""));
  return key === "name" && errorText(error, 0).includes(reflectErrorName(error));
}

function textProperty(error: unknown, key: string, otherwise: string): string {
  const count = reflectCount(error);
  for (let i = 0; i < count; i++) {
    if (reflectKey(error, i) === key) {
      const value = reflectItem(error, i);
      if (typeof value === "string") {
        return value;
      }
    }
  }
  return otherwise;
}

function indented(text: string, indentation: number): string {
  if (indentation === 0 || !text.includes("\n")) {
    return text;
  }
  const lines = text.split("\n");
  return lines.join(`\n${" ".repeat(indentation)}`);
}
