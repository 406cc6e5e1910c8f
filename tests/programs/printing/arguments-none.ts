// args:
console.log(process.argv.length, process.argv[2] ?? "none", process.argv.slice(2).length);
