let read: () => number = () => -1;
for (let i = 0, get = () => i; i < 3; i++) read = get;
console.log(read());
