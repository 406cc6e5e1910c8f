function f(): void {
  try {
    throw new Error("root");
  } catch (error) {
    throw new Error("wrapped", { cause: error });
  }
}
try {
  f();
} catch (error) {
  const e = error as Error;
  console.log(e.message, e.cause instanceof Error ? e.cause.message : "no cause");
}
