const text = `first
  second
third`;
console.log(text);
console.log(text.length, text.indexOf("\n"));
