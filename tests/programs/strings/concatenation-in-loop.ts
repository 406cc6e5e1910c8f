let text = "";
for (let i = 0; i < 10000; i++) text += String.fromCharCode(97 + (i % 26));
console.log(text.length, text.slice(0, 30), text.charCodeAt(9999));
