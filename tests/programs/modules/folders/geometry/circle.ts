import { PI } from "./constants.ts";

export function area(radius: number): number {
  return PI * radius * radius;
}
