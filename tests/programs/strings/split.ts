console.log("a,b,c".split(","));
console.log("a,,b,".split(","));
console.log("".split(","), "abc".split(";"), ",".split(","));
console.log("one, two, three".split(", ").length);
