import * as memory from "heddle/memory"; // error: heddle/memory
console.log(memory);
