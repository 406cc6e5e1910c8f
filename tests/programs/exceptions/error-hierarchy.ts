class AppError extends Error {}
class NetworkError extends AppError {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}
class Timeout extends NetworkError {
  constructor() {
    super(408);
  }
}
function raise(n: number): void {
  if (n === 0) throw new AppError("app");
  if (n === 1) throw new NetworkError(500);
  if (n === 2) throw new Timeout();
  throw new Error("plain");
}
for (let n = 0; n < 4; n++) {
  try {
    raise(n);
  } catch (error) {
    if (error instanceof Timeout) console.log("timeout", error.status);
    else if (error instanceof NetworkError) console.log("network", error.status);
    else if (error instanceof AppError) console.log("app", error.message);
    else console.log("other", `${error}`);
  }
}
