type Token = { kind: "number"; value: number } | { kind: "name"; text: string } | { kind: "sign"; text: string };
function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < source.length) {
    const c = source[i]!;
    if (c === " ") {
      i++;
    } else if (c >= "0" && c <= "9") {
      const start = i;
      while (i < source.length && source[i]! >= "0" && source[i]! <= "9") i++;
      tokens.push({ kind: "number", value: Number(source.slice(start, i)) });
    } else if (c >= "a" && c <= "z") {
      const start = i;
      while (i < source.length && source[i]! >= "a" && source[i]! <= "z") i++;
      tokens.push({ kind: "name", text: source.slice(start, i) });
    } else {
      tokens.push({ kind: "sign", text: c });
      i++;
    }
  }
  return tokens;
}
let line = "";
for (const token of tokenize("let x = 12*(y+305)")) {
  line += token.kind === "number" ? `#${token.value} ` : token.kind === "name" ? `${token.text} ` : `'${token.text}' `;
}
console.log(line);
