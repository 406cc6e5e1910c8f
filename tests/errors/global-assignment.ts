undeclared = 5; // error: Cannot find name 'undeclared'.
console.log(1);
