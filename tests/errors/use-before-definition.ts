console.log(limit); // error: 'limit' used before its declaration
const limit = 1;
