const parts: (string | null | undefined)[] = ["a", null, "b", undefined];
console.log(parts.join("|"));
