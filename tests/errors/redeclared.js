const first = 1; // error: Cannot redeclare block-scoped variable 'first'.
const first = 2; // error: Cannot redeclare block-scoped variable 'first'.
console.log(first);
