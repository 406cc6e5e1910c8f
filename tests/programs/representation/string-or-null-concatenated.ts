function label(name: string | null, n: number | undefined, flag: boolean | null): string {
  return "name=" + name + " n=" + n + ` flag=${flag}`;
}
console.log(label("a", 1, true), "|", label(null, undefined, null), "|", label("", 0.5, false));
