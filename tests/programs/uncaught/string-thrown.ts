// exit: 1
console.log("before");
throw "just a text";
