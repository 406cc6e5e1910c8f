import { fromMain } from "../main.ts";
export const value = [1, 2].length;
export function f(n: number) { return n + value; }
export class C { static s = "st"; m() { return "m" + value; } }
export enum E { A, B = 7 }
export * as deep from "./c.ts";
export function useMain() { return fromMain(); }
console.log("b runs");
