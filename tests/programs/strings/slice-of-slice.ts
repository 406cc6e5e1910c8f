let text = "(((inner)))";
while (text[0] === "(") text = text.slice(1, -1);
console.log(text, text.slice(1).slice(1).slice(0, 1));
