console.log("??=", "??/", "??(x??)", "/* no comment */", "// none", "%d %s %n".length, "\\n", "\\");
console.log("\x01f".length, "\x41BC", "\x0a1".length, "\x001".length, "\u00e9a", "a\"b'c");
