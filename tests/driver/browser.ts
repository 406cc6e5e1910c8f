/** Debian's chromium without a window, spoken to through a pipe in its own protocol. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "about:blank"];
const patience = 60_000;

export class Browser {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #session: string | undefined;
  #count = 0;
  #rest = "";

  private constructor() {
    this.#process = spawn("chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    (this.#process.stdio[4] as Readable).on("data", (bytes) => this.#hear(String(bytes)));
  }

  /** Nothing where there is no such browser. */
  static async start(): Promise<Browser | undefined> {
    const browser = new Browser();
    const isThere = await new Promise<boolean>((resolve) => {
      browser.#process.on("spawn", () => resolve(true)).on("error", () => resolve(false));
    });
    if (!isThere) return undefined;
    const { targetInfos } = await browser.#ask<{ targetInfos: { type: string; targetId: string }[] }>(
      "Target.getTargets",
    );
    const page = targetInfos.find(({ type }) => type === "page");
    const attached = { targetId: page?.targetId, flatten: true };
    browser.#session = (
      await browser.#ask<{ sessionId: string }>("Target.attachToTarget", attached)
    ).sessionId;
    return browser;
  }

  /** The HTML of a page's body once an expression holds there, without what its scripts are made of. */
  async bodyAt(address: string, until: string): Promise<string> {
    // The same page with another fragment would only jump.
    await this.#ask("Page.navigate", { url: "about:blank" });
    await this.#ask("Page.navigate", { url: address });
    for (const end = Date.now() + patience; Date.now() < end; ) {
      if (await this.#value(`Boolean(${until})`)) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return String(await this.#value("document.body.outerHTML")).replace(/<script.*?<\/script>/gs, "");
  }

  async close(): Promise<void> {
    await this.#ask("Browser.close", {}, undefined);
  }

  async #value(expression: string): Promise<unknown> {
    return (await this.#ask<{ result: { value?: unknown } }>("Runtime.evaluate", { expression })).result
      .value;
  }

  #ask<T>(method: string, params: object = {}, sessionId = this.#session): Promise<T> {
    const id = ++this.#count;
    const message = JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) });
    (this.#process.stdio[3] as Writable).write(`${message}\0`);
    return new Promise((resolve, reject) =>
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as T),
      ),
    );
  }

  #hear(text: string): void {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop() ?? "";
    for (const answer of messages.map((one) => JSON.parse(one) as Answer))
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
  }
}
