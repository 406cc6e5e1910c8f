const short: string[] = [];
for (let i = 0; i < 6; i++) short.push("0123456789");
console.log(short);
const exact: string[] = ["0123456789012345678901234567890123", "0123456789012345678901234567890123"];
console.log(exact);
exact[1] += "4";
console.log(exact);
