const text = "hello world";
console.log(text.slice(0, 5), text.slice(6), text.slice(3, 3) === "", text.slice(2, 4));
console.log(text.slice(), text.slice(0), text.slice(100) === "", text.slice(4, 2) === "");
