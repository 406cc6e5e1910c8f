const a = 1; // error: Cannot redeclare block-scoped variable 'a'
const a = 2; // error: Cannot redeclare block-scoped variable 'a'
console.log(a);
