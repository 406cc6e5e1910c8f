function f(message: string): void {
  try {
    throw new Error(message);
  } catch (error) {
    if (error instanceof Error && error.message === "ignore") return;
    throw error;
  }
}
for (const message of ["ignore", "report"]) {
  try {
    f(message);
    console.log("fine");
  } catch (error) {
    console.log(`rethrown ${(error as Error).message}`);
  }
}
