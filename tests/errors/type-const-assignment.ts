const limit = 1;
limit = 2; // error: Cannot assign to 'limit' because it is a constant
console.log(limit);
