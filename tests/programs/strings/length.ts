console.log("".length, "hello".length, "é".length, "日本".length, "\u{1F600}".length, "e\u0301".length);
