function balanced(text: string): boolean {
  const open: string[] = [];
  for (const char of text) {
    if (char === "(" || char === "[" || char === "{") open.push(char);
    else if (char === ")" || char === "]" || char === "}") {
      const last = open.pop();
      if (last === undefined) return false;
      if ("([{".indexOf(last) !== ")]}".indexOf(char)) return false;
    }
  }
  return open.length === 0;
}
console.log(balanced("a(b[c]{d})"), balanced("(]"), balanced("(("), balanced(")"), balanced(""));
