// exit: 1
async function fails(): Promise<void> {
  await null;
  throw new Error("nobody catches this");
}
const caughtLate = Promise.reject(new Error("caught in time"));
Promise.resolve().then(() => caughtLate.catch((error) => console.log(error.message)));
fails();
setTimeout(() => console.log("not reached"), 1);
process.nextTick(() => console.log("tick"));
console.log("sync");
