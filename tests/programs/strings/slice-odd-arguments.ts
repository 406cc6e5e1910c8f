const text = "hello";
console.log(text.slice(1.9, 3.9), text.slice(NaN, 2), text.slice(-Infinity, Infinity), text.slice(1, undefined));
