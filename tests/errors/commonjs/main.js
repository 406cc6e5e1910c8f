const name = "./other";
console.log("begin");
const x = require(name); // error: require of a name known only at run time
const y = require("./other"); // error: leads back to this file
if (x && y) exports.a = module.id; // error: what this file exports is decided at run time, and it asks for more of `module`
