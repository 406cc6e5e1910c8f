console.log("tab\tnew\nline");
console.log("back\\slash", "quote\"", 'quote\'', `tick\``);
console.log("\x41\u0042\u{43}", "\u00e9", "\u{1F600}", "a\
b");
console.log("nul\0byte".length, "\b\f\v\r".length);
