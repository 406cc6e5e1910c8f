const pair: [number, string] = [1, "a", true]; // error: Type '[number, string, boolean]' is not assignable to type '[number, string]'.
console.log(pair);
