let i = 3;
while (i--) console.log(i);
console.log(i);
