const fs = require("fs"); // error: require
console.log(fs);
