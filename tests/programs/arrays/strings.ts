const words: string[] = ["b", "a"];
words.push("c" + words.length);
console.log(words, words[2] === "c2", words.length);
