let x = 1; // error: Cannot redeclare block-scoped variable 'x'.
let x = 2; // error: Cannot redeclare block-scoped variable 'x'.
console.log(x);
