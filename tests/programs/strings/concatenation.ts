const a = "a";
console.log(a + "b" + a, a + 1 + 2, 1 + 2 + a, a + true, a + null, a + undefined, a + 1.5);
let text = "x";
text += "y";
text += 3;
console.log(text);
