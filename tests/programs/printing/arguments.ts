// args: 3 x -0.5
console.log(process.argv.length);
console.log(process.argv[2], process.argv[3], process.argv[4], process.argv[5]);
console.log(Number(process.argv[2]) + 1, Number(process.argv[4]));
