console.log("a\nb", "c");
console.log(["a\nb"]);
console.log({ text: "a\nb" });
