let a = 1;
const b = (a++, a * 10);
let log = "";
const c = ((log += "x"), (log += "y"), log.length);
console.log(a, b, c, log);
