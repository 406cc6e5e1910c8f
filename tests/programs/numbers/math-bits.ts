console.log(Math.clz32(1), Math.clz32(0), Math.clz32(-1), Math.clz32(0.9), Math.clz32(2 ** 32));
console.log(Math.fround(5.5), Math.fround(5.05), Math.fround(1e40), Math.fround(2 ** 24 + 1));
