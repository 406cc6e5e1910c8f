// Lays blocks out on a thread of their own: graphs of hundreds of blocks take seconds, and the page waits for none.

/** Runs on that thread: where the middles of blocks are, and what the lines between them pass through. */
function arrangement({ blocks, links }) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 26, ranksep: 34, marginx: 14, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name, width, height } of blocks) graph.setNode(name, { width, height });
  for (const [from, to] of links) graph.setEdge(from, to, {}, to);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    middles: new Map(graph.nodes().map((name) => [name, { x: graph.node(name).x, y: graph.node(name).y }])),
    lines: graph.edges().map((edge) => ({
      points: graph.edge(edge).points.map(({ x, y }) => ({ x, y })),
      isBack: graph.node(edge.w).y <= graph.node(edge.v).y,
    })),
  };
}

const layoutCode = URL.createObjectURL(
  new Blob([
    document.getElementById("dagre").textContent,
    `\nonmessage = ({ data }) => postMessage((${arrangement})(data));`,
  ]),
);
let layoutThread;
let isLayingOut = false;

/** The arrangement of blocks; of a graph that another one has followed meanwhile there is no answer. */
function arrange(graph) {
  if (isLayingOut) layoutThread.terminate();
  if (isLayingOut || !layoutThread) layoutThread = new Worker(layoutCode);
  isLayingOut = true;
  const thread = layoutThread;
  return new Promise((resolve, reject) => {
    thread.onmessage = ({ data }) => {
      isLayingOut = false;
      resolve(data);
    };
    thread.onerror = ({ message }) => reject(new Error(message));
    thread.postMessage(graph);
  });
}

/** Moves boxes to where they belong; what takes no time is not seen before. */
// biome-ignore lint/correctness/noUnusedVariables: view.js follows in the same script.
async function layOut(boxes) {
  const isShown = () => [...boxes.values()].every(({ box }) => box.isConnected);
  const say = (text) => {
    if (isShown()) document.getElementById("layout").textContent = text;
  };
  say("");
  if (boxes.size === 0) return;
  const blocks = [...boxes].map(([name, { box }]) => ({
    name,
    width: box.offsetWidth,
    height: box.offsetHeight,
  }));
  const links = [...boxes].flatMap(([name, { targets }]) =>
    targets.filter((target) => boxes.has(target)).map((target) => [name, target]),
  );
  const laidOut = arrange({ blocks, links }).then(
    (arranged) => {
      if (isShown()) place(boxes, arranged);
      say("");
    },
    (error) => say(`the blocks cannot be laid out: ${error.message}`),
  );
  canvas.style.visibility = "hidden";
  const patience = new Promise((resolve) => setTimeout(resolve, 150, "waiting"));
  if ((await Promise.race([laidOut, patience])) === "waiting") say(`${boxes.size} blocks are being laid out`);
  canvas.style.visibility = "";
}

function place(boxes, { width, height, middles, lines }) {
  canvas.classList.remove("stacked");
  for (const [name, { box }] of boxes) {
    const { x, y } = middles.get(name);
    box.style.left = `${x - box.offsetWidth / 2}px`;
    box.style.top = `${y - box.offsetHeight / 2}px`;
  }
  const paths = lines.map(({ points, isBack }) => {
    const line = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
    return `<path class="${isBack ? "back" : ""}" d="M${line}" marker-end="url(#arrow)"/>`;
  });
  const svg = `<svg width="${width}" height="${height}"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4"
    markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>${paths.join("")}</svg>`;
  canvas.insertAdjacentHTML("afterbegin", svg);
  reveal();
}
