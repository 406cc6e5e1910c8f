const word = /[a-z]+/g; // error: regular expressions are not supported
console.log(word.test("abc"));
