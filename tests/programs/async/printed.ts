// Promises as `console.log` shows them.
const pending = new Promise<number>(() => {});
console.log(Promise.resolve(1), pending, [pending], Promise.resolve({ a: [1, "x"] }));
const failed = Promise.reject(new Error("no").message);
failed.catch(() => {});
console.log(failed, (async (): Promise<string> => "done")(), { p: Promise.resolve(undefined) });
