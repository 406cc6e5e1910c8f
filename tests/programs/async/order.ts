// The order in which microtasks, ticks and timers run.
const log = (text: string): void => console.log(text);
process.nextTick(() => log("tick"));
Promise.resolve().then(() => log("micro 1"));
queueMicrotask(() => {
  log("micro 2");
  process.nextTick(() => log("tick from micro"));
  Promise.resolve().then(() => log("micro from micro"));
});
setTimeout(() => log("never"), 60_000).unref();
setTimeout(
  (a: string, b: number) => {
    log(`timeout 4 ${a} ${b}`);
    process.nextTick(log, "tick in timeout");
    Promise.resolve("micro in timeout").then(log);
  },
  4,
  "x",
  2,
);
setTimeout(log, 2, "timeout 2");
const cancelled = setTimeout(log, 1, "cancelled");
clearTimeout(cancelled);
clearTimeout(undefined);
let rounds = 0;
const interval = setInterval(() => {
  rounds++;
  log(`interval ${rounds}`);
  if (rounds === 3) {
    clearInterval(interval);
    setImmediate(() => {
      log("immediate 1");
      setImmediate(log, "immediate 3");
    });
    setImmediate(log, "immediate 2");
  }
}, 8);

async function a1(): Promise<void> {
  log("a1 start");
  await a2();
  log("a1 end");
}
async function a2(): Promise<void> {
  log("a2");
}
a1();
new Promise<void>((resolve) => {
  log("executor");
  resolve();
  log("after resolve");
})
  .then(() => log("then 1"))
  .then(() => log("then 2"))
  .finally(() => log("finally"))
  .then(() => log("then 3"));

// Returning a promise takes two turns more than returning a value.
async function returnsPromise(): Promise<string> {
  return Promise.resolve("returned promise");
}
async function returnsValue(): Promise<string> {
  return "returned value";
}
returnsPromise().then(log);
returnsValue().then(log);
new Promise<string>((resolve) => resolve(Promise.resolve("resolved with promise"))).then(log);
Promise.resolve()
  .then(() => log("turn 1"))
  .then(() => log("turn 2"))
  .then(() => log("turn 3"))
  .then(() => log("turn 4"));
log("sync end");
