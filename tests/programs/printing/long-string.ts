let text = "";
for (let i = 0; i < 300; i++) text += String.fromCharCode(97 + (i % 26));
console.log(text);
console.log([text.slice(0, 100)]);
console.log({ text: text.slice(0, 90) });
