console.log("%s is %d years", "Ada", 36);
console.log("%i|%f|%s", 3.7, 3.7, 3.7);
console.log("%%|%s|", "a", "extra");
console.log("%s %s", "one");
console.log("%d %s", "x", -0);
