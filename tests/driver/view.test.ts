/** `heddle view`: the page, in a browser where there is one. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Browser } from "./browser.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
work.write(
  "boxes.ts",
  `class Box { constructor(readonly n: number) {} }
function sum(count: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += new Box(i).n;
  return total;
}
console.log(sum(process.argv.length), "</script>");
`,
);

/** Texts of elements of a class. */
function texts(document: string, tag: string, name: string): string[] {
  const form = new RegExp(`<${tag} class="[^"]*\\b${name}\\b[^"]*"[^>]*>([^<]*)`, "g");
  return [...document.matchAll(form)].map((found) => found[1] as string);
}

describe("heddle view", () => {
  test("a page that needs nothing else", async (t) => {
    const { exit, stderr } = await work.heddle(["view", "boxes.ts"]);
    assert.deepEqual([exit, stderr], [0, "boxes.html\n"]);
    const page = readFileSync(work.path("boxes.html"), "utf8");
    assert.ok(page.length < 200_000);
    assert.doesNotMatch(page, /\b(?:src|href)=|https?:\/\/(?!www\.w3\.org|github\.com|opensource|mths)/);
    const data = JSON.parse(/id="data">(.*?)<\/script>/.exec(page)?.[1] as string);
    assert.deepEqual(
      data.functions.map(({ label, line }: { label: string; line: number }) => [label, line]),
      [
        ["the module's statements", 1],
        ["Box", 1],
        ["sum", 2],
      ],
    );
    const stage = data.stages.indexOf("inline");
    const browser = await Browser.start();
    if (browser === undefined) {
      t.skip("there is no chromium here to look at the page with (Debian: chromium)");
      return;
    }
    t.after(() => browser.close());
    const at = (where: string, until = "document.body.dataset.ready"): Promise<string> =>
      browser.bodyAt(`file://${work.path("boxes.html")}#${where}`, until);
    const document = await at(`boxes.ts:4@${stage}`, "document.querySelector('#canvas path.back')");
    assert.match(document, /<body data-ready="\d+">/);
    assert.match(document, /id="function">sum, line 2</);
    // The pass that is chosen, and those that changed the function, are marked.
    assert.deepEqual(texts(document, "button", "chosen"), ["inline"]);
    const changed = texts(document, "button", "changed");
    assert.ok(changed.includes("inline") && changed.includes("malloc-removal"), changed.join());
    assert.ok(!changed.includes("switch-detection"));
    // Inlining removed a call and brought a store in its place, both shown at their blocks.
    assert.ok(
      texts(document, "div", "gone").some((line) => line.startsWith("call{function=boxes.Box.constructor}")),
    );
    assert.ok(
      texts(document, "div", "added").some((line) => line.startsWith("set_field{struct=boxes.Box, field=n}")),
    );
    assert.match(document, /<div class="block" style="left: [\d.]+px; top: [\d.]+px;">/);
    assert.match(document, /<path class="back" d="M/);
    // The line under the cursor, and what it became.
    assert.match(document, /class="line cursor of-function"><span class="number">4</);
    assert.ok(texts(document, "div", "lit").some((line) => line.includes("int_lt")));
    assert.match(document, /<span class="noted good">new Box\(i\)<\/span>/);
    const opened = await at("");
    assert.match(opened, /id="function">Box, line 1</);
    assert.match(opened, /<button class="changed chosen"[^>]*>lower</);
    const gone = await at(`boxes.ts:1@${data.stages.indexOf("weave")}`);
    assert.match(gone, /id="status">gone: nothing calls it any more</);
  });
});
