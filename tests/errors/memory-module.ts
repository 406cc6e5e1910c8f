import * as memory from "heddle/memory"; // error: heddle/memory
console.log(memory); // error: namespace as a value
