// exit: 3
/* process: environment, streams, exit code. */
import * as path from "node:path";
import process2 from "node:process";
import { performance } from "node:perf_hooks";
console.log(typeof performance.now(), process2.argv.length, process.hrtime().length, process.uptime() >= 0);
console.log(process.memoryUsage().rss > 0, process.platform, typeof process.pid, process.cwd() === path.resolve("."));
const key = "HO" + "ME";
console.log(process.env[key] === process.env.HOME, process.env.NOT_SET ?? "default");
if (process.argv.length > 100) process.exit(5);
process.exitCode = 3;
try {
  process.chdir("/nonexistent");
} catch (e: any) {
  console.log(e.code, e.message.replace(process.cwd(), "CWD"));
}
process.stdout.write("out\n");
process.stderr.write("err\n");
