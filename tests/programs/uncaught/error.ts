// exit: 1
console.log("before");
throw new Error("nobody catches this");
