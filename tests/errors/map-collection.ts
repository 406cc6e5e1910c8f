const m = new Map<string, number>(); // error: Map is not supported
console.log(m.size);
