import { reflectCount, reflectItem, reflectKey, reflectName } from "../../memory/value-primitives.ts";

/** `name: message` of an error, as its `stack` begins. */
export function errorHeading(error: unknown): string {
  const name = errorName(error);
  const message = textProperty(error, "message", "");
  if (name.length === 0) {
    return message;
  }
  return message.length === 0 ? name : `${name}: ${message}`;
}

/**
 * An error as Node's inspect shows one whose stack has no frames, since frames differ (formatError, improveStack):
 * `[RangeError: too far]`. A class that left its parent's name is named too: `[ParseError: …]`, `[Failure [Error]: …]`.
 */
export function errorText(error: unknown, indentation: number): string {
  const name = errorName(error);
  const className = reflectName(error);
  let text = errorHeading(error);
  if (name !== className && name.endsWith("Error") && text.startsWith(name)) {
    const shown = className.includes(name) ? className : `${className} [${name}]`;
    text = shown + text.slice(name.length);
  }
  return `[${indented(text, indentation)}]`;
}

/** Properties that the text of an error shows already. */
export function isShownByText(key: string): boolean {
  return key === "name" || key === "message" || key === "stack";
}

function errorName(error: unknown): string {
  return textProperty(error, "name", reflectName(error));
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
