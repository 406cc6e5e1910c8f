const s = new Set<number>(); // error: Set is not supported
console.log(s.size);
