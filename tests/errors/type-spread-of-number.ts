const n = 5;
console.log([...n]); // error: Type '5' must have a '[Symbol.iterator]()' method that returns an iterator.
