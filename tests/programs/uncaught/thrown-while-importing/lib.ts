console.log("lib starts");
export const value: number = compute();

function compute(): number {
  throw new Error("lib failed");
}
