export interface T { x: number } export type T2 = number; console.log("types run: wrong");
