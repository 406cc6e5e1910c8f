const show = (): string => `limit is ${limit}`;
const limit = 10;
console.log(show());
