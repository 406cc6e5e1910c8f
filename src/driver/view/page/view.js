// The page of `heddle view`: the source on the left; on the right the graph of the function under the cursor after each
// pass. `layout.js` lays blocks out; everything else is here. No network, no storage.

const data = JSON.parse(document.getElementById("data").textContent);
const element = (id) => document.getElementById(id);
const [canvas, hint, source] = ["canvas", "hint", "source"].map(element);

/** Without a chosen variant the first one shows that is there after the stage. */
const state = { file: 0, line: 1, function: undefined, variant: undefined, stage: 0 };

// ---- Graphs as text: blocks of lines, and what each line names.

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}

/** The versions of each graph of a function: the stage from which on it is so, and its text, or none. */
async function versionsOf(one) {
  if (!one.versions) {
    const { lines, texts: encoded } = await unpack(one.graphTexts);
    const texts = encoded.map((steps) => {
      let number = -1;
      return steps.map((step) => lines[(number += step + 1)]).join("\n");
    });
    let next = 0;
    one.versions = one.graphs.map(({ stages }) =>
      stages.map((stage) => (stage < 0 ? { stage: -1 - stage } : { stage, text: texts[next++] })),
    );
  }
  return one.versions;
}

/** The version that holds after a stage, and the one before it. */
function versionAt(versions, stage) {
  const at = versions.findLastIndex((one) => one.stage <= stage);
  return { now: versions[at], before: versions[at - 1], changed: versions[at]?.stage === stage };
}

/** A line of a graph's text without its place, and the places: innermost first, then the calls it was inlined into. */
function parseLine(text) {
  const [, code, places = ""] = /^(.*?)(?: !(\S+))?$/.exec(text);
  const spans = places.split("<").flatMap((place) => {
    const [, file, line, column, length] = /^(.*):(\d+):(\d+)(?:\+(\d+))?$/.exec(place) ?? [];
    return file === undefined ? [] : [{ file, line: +line, column: +column, length: +(length ?? 1) }];
  });
  return { code: code.trim(), spans };
}

/** Numbers of variables and blocks shift with every change elsewhere: they tell nothing of this line. */
const alike = (text) =>
  parseLine(text)
    .code.replace(/\b(b|v)\d*(\.\d+)?\b/g, "$1")
    .replace(/\.\d+\b/g, "");

/** The lines of the new text and, at their places, those of the old one that are gone. */
function compare(before, now) {
  if (before === undefined) return now.map((text) => ({ text, kind: "" }));
  const [a, b] = [before.map(alike), now.map(alike)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  const result = now.slice(0, start).map((text) => ({ text, kind: "" }));
  if (rows * columns > 9e6) {
    const old = new Set(a);
    for (const text of now.slice(start, b.length - end))
      result.push({ text, kind: old.has(alike(text)) ? "" : "added" });
  } else {
    // The longest common subsequence, backwards, then read forwards.
    const table = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    for (let i = rows - 1; i >= 0; i--)
      for (let j = columns - 1; j >= 0; j--)
        table[i][j] =
          a[start + i] === b[start + j]
            ? table[i + 1][j + 1] + 1
            : Math.max(table[i + 1][j], table[i][j + 1]);
    let [i, j] = [0, 0];
    while (i < rows || j < columns) {
      if (i < rows && j < columns && a[start + i] === b[start + j]) {
        result.push({ text: now[start + j], kind: "" });
        i++;
        j++;
      } else if (j < columns && (i === rows || table[i][j + 1] >= table[i + 1][j]))
        result.push({ text: now[start + j++], kind: "added" });
      else result.push({ text: before[start + i++], kind: "gone" });
    }
  }
  return [...result, ...now.slice(now.length - end).map((text) => ({ text, kind: "" }))];
}

const linesOf = (text) => text.split("\n").filter((line) => line !== "}" && line !== "");

/** Blocks with their lines and where they lead. Lines that are gone belong to the block above them; gone heads are lines. */
function blocksOf(lines) {
  const blocks = [];
  for (const { text, kind } of lines) {
    const { code, spans } = parseLine(text);
    const [, name] = (kind !== "gone" && /^(b\d+)\b.*:$/.exec(text)) || [];
    if (name || blocks.length === 0) blocks.push({ name: name ?? "", lines: [], targets: [] });
    const block = blocks.at(-1);
    block.lines.push({ code, spans, kind, isHead: name !== undefined || text.startsWith("func ") });
    if (kind !== "gone" && /^(jump|branch|switch|except)\b/.test(code))
      block.targets = [...new Set(code.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/\bb\d+\b/g) ?? [])];
  }
  return blocks;
}

// ---- Drawing.

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Puts boxes for blocks on the canvas, one below the other: what is known before they are laid out. */
function drawBlocks(blocks) {
  const boxes = new Map();
  for (const [index, block] of blocks.entries()) {
    const box = make("div", "block");
    for (const { code, spans, kind, isHead } of block.lines) {
      const row = make("div", `${kind}${isHead ? " head" : ""}`, code);
      row.spans = spans;
      box.append(row);
    }
    boxes.set(block.name || `block ${index}`, { box, targets: block.targets });
  }
  canvas.replaceChildren(...[...boxes.values()].map(({ box }) => box));
  canvas.classList.add("stacked");
  return boxes;
}

async function showGraph() {
  const one = state.function;
  element("function").textContent = one ? `${one.label}, line ${one.line}` : "";
  if (!one) {
    canvas.replaceChildren();
    element("status").textContent = "no function here: flow never reaches it, or it has no code";
    element("layout").textContent = "";
    return;
  }
  const all = await versionsOf(one);
  if (state.function !== one) return;
  const isThere = (versions) => versionAt(versions, state.stage).now?.text !== undefined;
  const versions = all[state.variant] ?? all.find(isThere) ?? all[0];
  element("variants").value = String(all.indexOf(versions));
  showStages(versions);
  const { now, before, changed } = versionAt(versions, state.stage);
  const stage = data.stages[state.stage];
  let status = "";
  let blocks = [];
  if (now?.text === undefined) status = now ? "gone: nothing calls it any more" : "not made yet";
  else {
    // At a new level every line is another.
    const comparable = changed && before?.text !== undefined && stage !== "annotate" && stage !== "lower";
    let lines = compare(comparable ? linesOf(before.text) : undefined, linesOf(now.text));
    const count = (kind) => lines.filter((one) => one.kind === kind).length;
    status = comparable ? `${stage} changed it: ${count("added")} lines new, ${count("gone")} removed` : "";
    if (!changed) status = `${stage} changed nothing here`;
    if (!element("removed").checked) lines = lines.filter(({ kind }) => kind !== "gone");
    blocks = blocksOf(lines);
  }
  element("status").textContent = status;
  const boxes = drawBlocks(blocks);
  light(state.line);
  reveal();
  await layOut(boxes);
}

/** Scrolls to what the line became, or else to where the function begins. */
function reveal() {
  const box = (canvas.querySelector(".lit") ?? canvas.querySelector(".block div"))?.closest(".block");
  if (!box) return;
  const row = canvas.querySelector(".lit") ?? box;
  const top = row === box ? box.offsetTop : box.offsetTop + row.offsetTop;
  canvas.scrollTo(
    box.offsetLeft + Math.min(box.offsetWidth, canvas.clientWidth) / 2 - canvas.clientWidth / 2,
    Math.max(0, top - canvas.clientHeight / 3),
  );
}

function showStages(versions) {
  const changing = new Set(versions.map(({ stage }) => stage));
  const buttons = data.stages.map((name, index) => {
    const button = make("button", changing.has(index) ? "changed" : "", name);
    button.classList.toggle("chosen", index === state.stage);
    button.title = changing.has(index) ? `${name} changed this function` : `${name} changed nothing here`;
    button.onclick = () => choose({ stage: index });
    return button;
  });
  element("stages").replaceChildren(...buttons);
}

// ---- The source.

const good = /is inlined|taken apart|in its frame|in the frame|taken together|always|read once|only `/;

/** What passes said, as spans over a line's text; those within others are told with them. */
function decorated(text, notes) {
  const parts = [];
  let done = 0;
  const places = [...notes].sort((a, b) => a.column - b.column || b.length - a.length);
  for (const { column, length } of places) {
    if (column - 1 < done) continue;
    const end = Math.min(text.length, column - 1 + length);
    const within = places.filter((one) => one.column >= column && one.column - 1 < end);
    const isBad = within.some((one) => !good.test(one.text));
    const part = make("span", `noted ${isBad ? "bad" : "good"}`, text.slice(column - 1, end));
    part.note = within.map((one) => `${one.from}: ${one.text}`).join("\n");
    parts.push(text.slice(done, column - 1), part);
    done = end;
  }
  return [...parts, text.slice(done)];
}

function showSource() {
  const { name, text } = data.files[state.file];
  const notes = Map.groupBy(
    data.remarks.filter(({ file }) => file === name),
    ({ line }) => line,
  );
  const rows = text.split("\n").map((content, index) => {
    const row = make("div", "line");
    const code = make("span", "code");
    code.append(...decorated(content, notes.get(index + 1) ?? []));
    row.append(make("span", "number", String(index + 1)), code);
    row.onclick = () => choose({ line: index + 1 });
    return row;
  });
  source.replaceChildren(...rows);
}

/** The innermost function with code on the line; else the last one that begins above it. */
function functionAt(line) {
  const name = data.files[state.file].name;
  const here = data.functions.filter(({ file }) => file === name);
  const among = (list) => list.reduce((best, one) => (best && best.line > one.line ? best : one), undefined);
  const exact = among(here.filter(({ lines }) => lines.includes(line)));
  return exact ?? among(here.filter((one) => one.line <= line && line <= (one.lines.at(-1) ?? one.line)));
}

function light(line) {
  const name = data.files[state.file].name;
  for (const row of canvas.querySelectorAll(".block div"))
    row.classList.toggle(
      "lit",
      row.spans.some((span) => span.file === name && span.line === line),
    );
}

/** Changes what is chosen, and shows it; the address keeps it. */
async function choose(change) {
  const before = { ...state };
  Object.assign(state, change);
  if (state.file !== before.file || source.childElementCount === 0) showSource();
  if (change.line !== undefined || state.file !== before.file) state.function = functionAt(state.line);
  if (state.function !== before.function) {
    state.variant = undefined;
    const names = state.function?.graphs.map(({ name }) => name) ?? [];
    element("variants").replaceChildren(...names.map((name, index) => new Option(name, index)));
    element("variants").hidden = names.length < 2;
  }
  [...source.children].forEach((row, index) => {
    row.classList.toggle("cursor", index + 1 === state.line);
    row.classList.toggle("of-function", state.function?.lines.includes(index + 1) ?? false);
  });
  history.replaceState(undefined, "", `#${data.files[state.file].name}:${state.line}@${state.stage}`);
  await showGraph();
}

document.addEventListener("mouseover", ({ target }) => {
  const spans = target.closest?.(".block div")?.spans;
  const note =
    target.note ?? spans?.map((one) => `${one.file}:${one.line}:${one.column}`).join("\ninlined into ");
  for (const row of source.querySelectorAll(".lit")) row.classList.remove("lit");
  for (const { file, line } of spans ?? [])
    if (file === data.files[state.file].name) source.children[line - 1]?.classList.add("lit");
  hint.hidden = !note;
  hint.textContent = note ?? "";
});
document.addEventListener("mousemove", ({ clientX, clientY }) => {
  hint.style.left = `${Math.min(clientX + 14, innerWidth - hint.offsetWidth - 8)}px`;
  hint.style.top = `${Math.min(clientY + 16, innerHeight - hint.offsetHeight - 8)}px`;
});
document.addEventListener("keydown", (event) => {
  const lines = data.files[state.file].text.split("\n").length;
  const moves = {
    ArrowUp: () => ({ line: Math.max(1, state.line - 1) }),
    ArrowDown: () => ({ line: Math.min(lines, state.line + 1) }),
    ArrowLeft: () => ({ stage: Math.max(0, state.stage - 1) }),
    ArrowRight: () => ({ stage: Math.min(data.stages.length - 1, state.stage + 1) }),
  };
  if (!moves[event.key] || event.target.tagName === "SELECT") return;
  event.preventDefault();
  choose(moves[event.key]());
  source.children[state.line - 1]?.scrollIntoView({ block: "nearest" });
});
element("removed").onchange = showGraph;
element("variants").onchange = ({ target }) => choose({ variant: Number(target.value) });
element("files").onchange = ({ target }) => choose({ file: Number(target.value), line: 1 });

element("title").textContent = data.title;
element("files").append(...data.files.map(({ name }, index) => new Option(name, index)));
element("files").hidden = data.files.length < 2;
const [, file, line, stage] = /^#(.*):(\d+)@(\d+)$/.exec(decodeURIComponent(location.hash)) ?? [];
const first = Math.max(
  0,
  data.files.findIndex(({ name }) => name === (file ?? data.title) || name.endsWith(`/${data.title}`)),
);
element("files").value = String(first);
const firstStage = stage === undefined ? data.stages.indexOf("lower") : Number(stage);
/** Stages are negative from which on a graph is gone. */
const isThereAtFirst = ({ graphs }) =>
  graphs.some(({ stages }) => stages.findLast((from) => (from < 0 ? -1 - from : from) <= firstStage) >= 0);
const begins = data.functions
  .filter((one) => one.file === data.files[first].name && isThereAtFirst(one))
  .map((one) => one.line);
await choose({
  file: first,
  line: line === undefined ? Math.min(...begins, data.files[first].text.split("\n").length) : Number(line),
  stage: firstStage,
});
document.body.dataset.ready = String(Math.round(performance.now()));
