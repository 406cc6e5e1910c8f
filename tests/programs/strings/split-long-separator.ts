for (const part of "a=>b=>=>c".split("=>")) console.log(`[${part}]`);
console.log("aaa".split("aa"), "abcabc".split("abc"));
