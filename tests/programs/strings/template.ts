const name = "Ada";
const age = 36;
console.log(`${name} is ${age}, next year ${age + 1}`);
console.log(`${name.length > 2 ? `long ${name}` : "short"}!`);
console.log(`a${""}b${"$"}{c}`);
