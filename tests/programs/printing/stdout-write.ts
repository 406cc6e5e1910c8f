process.stdout.write("no newline");
process.stdout.write("");
process.stdout.write(" then\n");
console.log("line");
process.stdout.write(`${1 / 3}\n`);
