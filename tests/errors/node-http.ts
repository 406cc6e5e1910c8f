import http from "node:http"; // error: the module `node:http` is not supported yet
console.log(typeof http);
