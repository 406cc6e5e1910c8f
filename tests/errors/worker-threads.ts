import { Worker } from "node:worker_threads"; // error: the module `node:worker_threads` is not supported yet
console.log(Worker);
