console.log("loaded");
const back = require("./main"); // error: leads back to this file
exports.value = 1;
