// console.error goes to the other stream: nothing of it appears here.
console.error("to standard error", 1, [2]);
console.log("to standard output");
