const quiet = () => require("./quiet").value;
const loud = () => require("./loud"); // error: runs a module that shows what it does after the program has begun
console.log(quiet(), loud());
