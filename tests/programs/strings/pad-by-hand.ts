function pad(text: string, width: number): string {
  while (text.length < width) text = " " + text;
  return text;
}
for (const n of [1, 22, 333, 4444]) console.log(pad(String(n), 3) + "|");
