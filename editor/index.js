"use strict";
// tsserver asks for its plugins by `require`, and wants a function.
module.exports = require("../dist/src/driver/editor/plugin.js").plugin;
