export * from "./low.ts";
export * from "./high.ts";
