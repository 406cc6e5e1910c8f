let text = "ab";
for (let i = 0; i < 12; i++) text = text + text;
console.log(text.length, text.slice(-3));
