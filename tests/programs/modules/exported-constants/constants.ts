export const LIMIT = 2 ** 10;
export const NAMES = ["a", "b"];
export const ORIGIN = { x: 0, y: 0 };
export const ratio = LIMIT / 3;
