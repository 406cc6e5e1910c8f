const key = process.argv[2] ?? "a";
const o = { [key]: 1 }; // error: property name is only known at run time
console.log(o);
