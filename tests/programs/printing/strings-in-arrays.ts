console.log(["plain", "it's", 'say "hi"', `it's "both"`]);
console.log(["new\nline", "tab\t", "back\\slash", ""]);
console.log(["all three: ' \" `"], ["é", "日本"]);
console.log(["\u0000", "\u001b", "\u007f"]);
