/**
 * `npm run test:passes`: the whole corpus with all passes, without each of them, and with each of them alone: 43 runs of
 * several minutes each. `npm run test:passes -- inline` tries only these passes.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { packageRoot } from "../../src/driver/paths.ts";
import { pipeline } from "../../src/driver/pipeline.ts";

const names = [...new Set(pipeline.map(({ pass }) => pass.name))];
const wanted = process.argv.slice(2);
const chosen = wanted.length > 0 ? wanted : names;

/** True if all programs print what they print on Node. */
function corpus(label: string, without: readonly string[]): boolean {
  const shares = ["first", "second", "third", "fourth", "alone"].map((one) =>
    path.join(packageRoot, `dist/tests/programs-${one}.test.js`),
  );
  const env = { ...process.env, HEDDLE_WITHOUT: without.join(",") };
  const { status, stdout } = spawnSync(process.execPath, ["--test", ...shares], {
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const failed = stdout.split("\n").filter((line) => /^\s*not ok/.test(line));
  console.log(`${status === 0 ? "ok    " : "failed"} ${label}`);
  for (const line of failed) console.log(`         ${line.trim()}`);
  return status === 0;
}

let good = wanted.length > 0 || corpus("all passes", []);
for (const name of chosen) {
  good = corpus(`without ${name}`, [name]) && good;
  good =
    corpus(
      `${name} alone`,
      names.filter((other) => other !== name),
    ) && good;
}
process.exitCode = good ? 0 : 1;
