console.log("double", 'single', `template`);
console.log("it's", 'say "hi"', `both ' and "`);
console.log("", "a", " ");
