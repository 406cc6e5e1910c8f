export { square } from "./square.ts";
export { cubed as cube } from "./cube.ts";
export const version = "1.0";
