const text = "Aé日\u{1F600}";
for (let i = 0; i < text.length; i++) console.log(i, text.charCodeAt(i));
console.log(text.charCodeAt(99), text.charCodeAt(-1), text.charCodeAt(NaN), text.charCodeAt(1.9));
