const word = new RegExp("[a-z]+"); // error: regular expressions are not supported
console.log(word.test("abc"));
