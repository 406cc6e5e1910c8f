/** Times of phases, for `--timings`, and a line of progress on a terminal while a long phase runs. */
export class Timings {
  readonly phases: { name: string; milliseconds: number }[] = [];
  /** When each phase began and ended, in milliseconds since the process began. */
  readonly spans: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  readonly #started = performance.now();
  readonly #progress: boolean;

  /** `progress`: name the running phase on standard error; only asked for where that is a terminal. */
  constructor(progress = false) {
    this.#progress = progress;
  }

  /** Runs a phase and adds its time to the table; phases of the same name add up. */
  run<T>(name: string, phase: () => T): T {
    this.#show(name);
    const start = performance.now();
    const done = (): void => this.#add(name, start, performance.now());
    let result: T;
    try {
      result = phase();
    } catch (error) {
      this.#hide();
      throw error;
    }
    if (result instanceof Promise) {
      return result.finally(() => {
        done();
        this.#hide();
      }) as T;
    }
    done();
    this.#hide();
    return result;
  }

  #add(name: string, start: number, end: number): void {
    this.spans.push({ name, start, end });
    const milliseconds = end - start;
    const known = this.phases.find((one) => one.name === name);
    if (known) known.milliseconds += milliseconds;
    else this.phases.push({ name, milliseconds });
  }

  #show(name: string): void {
    if (this.#progress) process.stderr.write(`\r\x1b[K[heddle] ${name} …`);
  }

  #hide(): void {
    if (this.#progress) process.stderr.write("\r\x1b[K");
  }

  /** The table: a line a phase with seconds and share, and the total. */
  table(): string {
    const total = performance.now() - this.#started;
    const rows = [...this.phases, { name: "all else", milliseconds: total - this.#sum() }];
    const line = (name: string, ms: number): string =>
      `${name.padEnd(24)} ${(ms / 1000).toFixed(3).padStart(8)} s ${((100 * ms) / total).toFixed(1).padStart(6)} %`;
    return [...rows.map((one) => line(one.name, one.milliseconds)), line("total", total)].join("\n");
  }

  #sum(): number {
    return this.phases.reduce((sum, one) => sum + one.milliseconds, 0);
  }
}
