const p = new Promise<number>((resolve) => resolve(1)); // error: Promise is not supported
console.log(p);
