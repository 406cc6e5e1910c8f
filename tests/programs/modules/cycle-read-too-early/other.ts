import { Shape, value } from "./main.ts";

function attempt(read: () => number): string {
  try {
    return String(read());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

export const early = [attempt(() => value), attempt(() => Shape.sides), attempt(() => (new Shape() ? 1 : 0))].join("\n");
