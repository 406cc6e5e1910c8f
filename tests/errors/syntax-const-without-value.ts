const x; // error: 'const' declarations must be initialized.
console.log(x);
