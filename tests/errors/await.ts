export {};
const x = await Promise.resolve(1); // error: await is not supported
console.log(x);
