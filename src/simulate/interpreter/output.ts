/** What an interpreted program prints, in order. */
export interface Output {
  /** `file` 1 or 2: standard output or error. */
  write(file: number, bytes: Uint8Array): void;
}

/** Keeps everything. */
export class CollectedOutput implements Output {
  readonly #pieces: { file: number; bytes: Uint8Array }[] = [];

  write(file: number, bytes: Uint8Array): void {
    this.#pieces.push({ file, bytes });
  }

  text(file: number): string {
    return Buffer.concat(this.#pieces.filter((one) => one.file === file).map((one) => one.bytes)).toString(
      "utf8",
    );
  }
}
