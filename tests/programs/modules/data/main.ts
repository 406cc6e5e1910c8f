// Files of JSON as modules: parsed when they are loaded, one object for all who import them.
import list from "./list.json" with { type: "json" };
import options from "./options.json" with { type: "json" };
import * as whole from "./options.json" with { type: "json" };

console.log(options, options.size.width * options.size.height, options["a-b"][2].deep, options.none);
let total = 0;
for (const { n, tags } of list) total += n * tags.length;
console.log(total, list.length, Object.keys(options), JSON.stringify(list));
options.name = "changed";
console.log(whole.default.name, whole.default === options);
