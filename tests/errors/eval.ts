const x = eval("1 + 1"); // error: eval is refused
console.log(x);
