// `fs/promises` and `timers/promises`, also by their other names.
import fs, { promises } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const folder = path.join(tmpdir(), `heddle-promised-${process.pid}`);
await mkdir(path.join(folder, "a", "b"), { recursive: true });
const names = ["one.txt", "two.txt", "three.txt"];
await Promise.all(names.map((name, i) => writeFile(path.join(folder, name), `${name}\n`.repeat(i + 1))));
await promises.appendFile(path.join(folder, "one.txt"), "more");
console.log((await readdir(folder)).join(" "));
for await (const text of names.map((name) => readFile(path.join(folder, name), "utf8"))) console.log(text.split("\n"));
const bytes = await readFile(path.join(folder, "one.txt"));
console.log(bytes.length, bytes.toString(), (await stat(folder)).isDirectory());
await fs.promises.rename(path.join(folder, "one.txt"), path.join(folder, "a", "1"));
await fs.promises.copyFile(path.join(folder, "a", "1"), path.join(folder, "a", "2"));
console.log(await fs.promises.readdir(path.join(folder, "a")));
try {
  await readFile(path.join(folder, "none"));
} catch (error) {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  console.log(code, syscall, message.replace(folder, "…"));
}
await promises.access(path.join(folder, "none")).catch((error) => console.log(error.code));
await promises.unlink(path.join(folder, "two.txt"));
const order: string[] = [];
const read = readFile(path.join(folder, "three.txt"), "utf8").then((text) => order.push(`read ${text.length}`));
process.nextTick(() => order.push("tick"));
await Promise.resolve().then(() => order.push("microtask"));
await read;
console.log(order, await sleep(1, "slept"));
await rm(folder, { recursive: true, force: true });
console.log(fs.existsSync(folder));
