const text = "hello";
console.log(text[0], text[4], text[text.length - 1]);
let reversed = "";
for (let i = text.length - 1; i >= 0; i--) reversed += text[i];
console.log(reversed);
