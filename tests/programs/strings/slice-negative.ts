const text = "hello world";
console.log(text.slice(-5), text.slice(-5, -2), text.slice(0, -6), text.slice(-100, 5), text.slice(-3, 2) === "");
