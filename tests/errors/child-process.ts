import { execSync } from "node:child_process"; // error: the module `node:child_process` is not supported yet
console.log(execSync("ls"));
