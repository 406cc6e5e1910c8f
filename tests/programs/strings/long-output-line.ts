let line = "";
while (line.length < 500) line += "0123456789";
console.log(line);
console.log(line.length);
