const text = "abc";
console.log("[" + text[2]! + text[3]! + "]");
