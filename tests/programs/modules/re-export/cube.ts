import { square } from "./square.ts";

export function cubed(n: number): number {
  return n * square(n);
}
