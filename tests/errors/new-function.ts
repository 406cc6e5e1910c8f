const f = new Function("a", "return a + 1"); // error: new Function is refused
console.log(f(1));
