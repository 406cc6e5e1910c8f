class Shy {
  toString(): string {
    throw new Error("no text");
  }
}
try {
  console.log(`I am ${new Shy()}`);
} catch (error) {
  console.log((error as Error).message);
}
