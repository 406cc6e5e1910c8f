const words = ["plain", "café", "日本", "\u{1F600}"];
let all = "";
for (const word of words) all += word + " ";
console.log(all.length, all);
console.log(words);
