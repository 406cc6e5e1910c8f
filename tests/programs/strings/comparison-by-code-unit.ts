// Order is that of 16-bit units: a surrogate pair comes before U+FFFD.
console.log("\u{1F600}" < "\uFFFD", "\u{1F600}" < "\uD7FF", "a\u{1F600}" > "a");
