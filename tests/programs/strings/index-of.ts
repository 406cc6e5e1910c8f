const text = "banana";
console.log(text.indexOf("a"), text.indexOf("an"), text.indexOf("x"), text.indexOf(""), text.indexOf("banana!"));
console.log(text.indexOf("a", 2), text.indexOf("a", 6), text.indexOf("", 10), text.indexOf("b", -5), text.indexOf("na", 3));
