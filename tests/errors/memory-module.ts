import * as memory from "heddle/memory"; // error: heddle/memory
console.log(memory); // error: namespace import as a value
