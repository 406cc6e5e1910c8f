// exit: 4
// Events of `process`, in the order in which a program ends.
process.on("exit", (code) => console.log("exit", code, process.exitCode));
process.once("exit", () => console.log("exit, told once"));
let more = 2;
process.on("beforeExit", (code) => {
  console.log("before exit", code);
  if (more-- > 0) setTimeout(() => console.log("found more", more), 1);
});
process.on("uncaughtException", (error, origin) => {
  console.log("uncaught", error instanceof Error ? error.message : error, origin);
});
process.on("unhandledRejection", (reason, promise) => {
  console.log("unhandled", reason, promise instanceof Promise);
});
const ticks = setInterval(() => {
  console.log("tick", ticked++);
  if (ticked === 3) clearInterval(ticks);
  throw new Error(`in tick ${ticked}`);
}, 20);
let ticked = 0;
setImmediate(() => {
  throw new RangeError("an immediate");
});
setImmediate(() => console.log("the next immediate"));
Promise.reject("nobody");
queueMicrotask(() => {
  throw "a text";
});
process.on("custom", (a, b) => console.log("custom", a, b));
console.log(process.emit("custom", 1, "two"), process.emit("unknown"));
const never = (): void => console.log("not reached");
process.on("custom", never).off("custom", never);
process.emit("custom");
process.removeAllListeners("custom");
setTimeout(() => (process.exitCode = 4), 1);

// The environment as an object.
process.env.HEDDLE_ONE = "1";
const copy: Record<string, string | undefined> = { ...process.env, HEDDLE_TWO: "2" };
console.log(copy.HEDDLE_ONE, copy.HEDDLE_TWO, process.env["HEDDLE_" + "ONE"], process.env.HEDDLE_NONE);
console.log(Object.keys(process.env).includes("HEDDLE_ONE"), "HEDDLE_ONE" in process.env);
delete process.env.HEDDLE_ONE;
console.log(process.env.HEDDLE_ONE ?? "gone");
const { HEDDLE_NONE = "absent" } = process.env;
console.log(HEDDLE_NONE);
throw new TypeError("at the end of the module");
