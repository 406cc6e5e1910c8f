const pair: [number, string] = [1, "a"];
console.log(pair[2]); // error: Tuple type '[number, string]' of length '2' has no element at index '2'.
