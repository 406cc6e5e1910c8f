import { createHash } from "node:crypto"; // error: the module `node:crypto` is not supported yet
console.log(createHash("md5"));
