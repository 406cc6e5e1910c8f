// A module that waits while it runs.
const later = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), 1));
console.log("start");
const first = await later(1);
let sum = first;
for (const x of [2, 3]) sum += await later(x);
console.log(sum);
const read = (): number => sum;
if (read() === 6) {
  try {
    await Promise.reject(new Error("rejected"));
  } catch (error) {
    console.log((error as Error).message);
  }
}
export {};
setTimeout(() => console.log("after", read()), 1);
