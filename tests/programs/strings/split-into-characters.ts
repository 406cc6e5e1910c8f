console.log("hello".split(""), "".split("").length);
console.log("é日".split("").join("-"), "\u{1F600}".split("").length);
