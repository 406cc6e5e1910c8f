import { early } from "./other.ts";

export const value = 1;
export class Shape {
  static sides = 4;
}
console.log(early);
