export const value2 = Math.max(1, 2); console.log("c runs");
