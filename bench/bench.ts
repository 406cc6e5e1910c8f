/**
 * `npm run bench`: Heddle's programs beside their peers, each pair in one run, as ratios of medians. Programs time
 * themselves where they can (an argument `time`), so that start-up is measured apart.
 *
 *   npm run bench                 everything
 *   npm run bench -- start size   only these sections
 */
import { cleanUp } from "./harness.ts";
import { allocate } from "./sections/allocate.ts";
import { collections, texts } from "./sections/library.ts";
import { node } from "./sections/node.ts";
import { peers } from "./sections/peers.ts";
import { size } from "./sections/size.ts";
import { start } from "./sections/start.ts";
import { translate } from "./sections/translate.ts";

const sections: Record<string, () => Promise<void>> = {
  translate,
  start,
  size,
  allocate,
  collections,
  texts,
  node,
  peers,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => sections[name] === undefined);
if (unknown.length > 0) {
  console.error(`bench: no section ${unknown.join(", ")}; there are ${Object.keys(sections).join(", ")}`);
  process.exit(2);
}
try {
  for (const [name, section] of Object.entries(sections)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n${name}`);
    await section();
  }
} finally {
  cleanUp();
}
