console.log("100%", "%d", 5);
console.log("100%s");
console.log(5, "%s", "x");
