const word = -1 >>> 0;
console.log(word, word + 1, word * 2, word > 0, word === 4294967295);
console.log((word >>> 1) + (word >>> 1) + 1);
