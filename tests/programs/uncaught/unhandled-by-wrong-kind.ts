// exit: 1
function risky(): void {
  throw new TypeError("wrong kind");
}
try {
  risky();
} catch (error) {
  if (error instanceof RangeError) console.log("handled");
  else throw new Error(`converted: ${(error as Error).message}`);
}
