let text = "";
for (let i = 0; i < 10; i++) text = i + "," + text;
console.log(text);
