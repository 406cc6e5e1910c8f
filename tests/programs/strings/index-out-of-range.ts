const text = "ab";
console.log(text[2] ?? "nothing", text[-1] ?? "nothing", text[5] === undefined, text[1] !== undefined);
