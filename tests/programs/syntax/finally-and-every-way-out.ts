function run(k: number): string {
  const log: string[] = [];
  try {
    for (const q of [1, 2, 3]) {
      try {
        if (q === k) return `returned ${log.join()}`;
        if (k === 9 && q === 2) throw new Error("thrown");
        if (k === 8) break;
        if (k === 7) continue;
        log.push(`body${q}`);
      } finally {
        log.push(`finally${q}`);
        console.log(log.join());
      }
    }
  } catch (e) {
    return `caught ${(e as Error).message} ${log.join()}`;
  } finally {
    console.log("outer");
  }
  return `ended ${log.join()}`;
}
for (const k of [2, 9, 8, 7, 0]) console.log(run(k));
