const key = Symbol("key"); // error: Symbol is not supported
console.log(key.description);
