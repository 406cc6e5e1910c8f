console.log(parseInt("42", 10), parseInt("42px", 10), parseInt("  -17.9", 10), parseInt("px", 10), parseInt("", 10));
console.log(parseInt("ff", 16), parseInt("0xff", 16), parseInt("777", 8), parseInt("101", 2), parseInt("z", 36));
console.log(Number.parseInt("9007199254740993", 10), parseInt("0x10"), parseInt("12"));
