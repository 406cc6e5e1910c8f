export class ConfigError extends Error {
  readonly key: string;

  constructor(key: string, message: string) {
    super(message);
    this.key = key;
  }
}

export function load(line: string): number {
  const at = line.indexOf("=");
  if (at < 0) throw new ConfigError(line, "no value");
  const value = Number(line.slice(at + 1));
  if (Number.isNaN(value)) throw new ConfigError(line.slice(0, at), "not a number");
  return value;
}
