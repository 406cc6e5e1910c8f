const { Counter, made, version } = require("./umd");
const Stack = require("./dual");
const compiled = require("./compiled");
const { twice } = require("./compiled");

const counter = new Counter("c");
console.log(counter.next(), counter.next(), made(), version, counter instanceof Counter);
console.log(Stack.of(1, "two").push(3).items, new Stack() instanceof Stack);
console.log(twice(21), compiled.twice(4000), compiled.limit, new compiled.Point(3).x, Object.keys(compiled));
if (require.main === module) console.log("main", Object.keys(module.exports).length, this === module.exports);
(typeof module === "object" ? module : {}).exports.late = 1;
console.log(exports);
