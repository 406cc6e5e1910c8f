import { PI } from "../geometry/constants.ts";

export function format(name: string, value: number): string {
  return `${name}: ${value} (pi is ${PI})`;
}
