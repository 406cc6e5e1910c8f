/* Files and folders, as texts and bytes; errors of the system. */
import * as fs from "node:fs";
import { readFileSync, writeFileSync, existsSync } from "fs";
import os from "node:os";
import path from "node:path";
const dir = path.join(os.tmpdir(), "heddle-fs-test" + process.pid);
fs.rmSync(dir, { recursive: true, force: true });
fs.mkdirSync(dir);
const file = path.join(dir, "a.txt");
writeFileSync(file, "héllo wörld\n日本 😀\n");
console.log(readFileSync(file, "utf8"), readFileSync(file, "utf8").length, readFileSync(file, { encoding: "latin1" }).length);
fs.appendFileSync(file, "more\n");
console.log(readFileSync(file).toString(), readFileSync(file).length, readFileSync(file).toString("base64"), readFileSync(file).toString("hex"));
console.log(existsSync(file), existsSync(file + "x"), fs.statSync(file).size, fs.statSync(file).isFile(), fs.statSync(dir).isDirectory());
try { readFileSync(path.join(dir, "none"), "utf8"); } catch (e: any) { console.log(e.code, e.errno, e.syscall, e.path === path.join(dir, "none"), e instanceof Error, e.message.replace(dir, "DIR")); }
try { readFileSync(dir, "utf8"); } catch (e: any) { console.log(e.code, e.message); }
try { fs.mkdirSync(dir); } catch (e: any) { console.log(e.code, e.message.replace(dir, "DIR")); }
try { fs.readFileSync("/nonexistent-file"); } catch (e) { console.log((e as Error).message); }
console.log(fs.mkdirSync(path.join(dir, "x/y/z"), { recursive: true })?.replace(dir, "DIR"), fs.readdirSync(dir));
writeFileSync(path.join(dir, "x/y/b"), "b"); writeFileSync(path.join(dir, "x/B"), "");
console.log(fs.readdirSync(path.join(dir, "x")), fs.readdirSync(path.join(dir, "x", "y")));
fs.renameSync(file, path.join(dir, "c.txt")); fs.copyFileSync(path.join(dir, "c.txt"), path.join(dir, "d.txt"));
console.log(fs.readdirSync(dir), readFileSync(path.join(dir, "d.txt"), "utf-8").split("\n"));
fs.unlinkSync(path.join(dir, "c.txt"));
try { fs.rmdirSync(dir); } catch (e: any) { console.log(e.code, e.message.replace(dir, "DIR")); }
writeFileSync(path.join(dir, "lone"), "a\ud800b");
console.log(JSON.stringify(readFileSync(path.join(dir, "lone"), "utf8")));
fs.rmSync(dir, { recursive: true });
console.log(existsSync(dir));
