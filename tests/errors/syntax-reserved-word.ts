const class = 5; // error: 'class' is not allowed as a variable declaration name.
console.log(class); // error: '{' expected.
