// What is not there may be asked for.
var self = this;
console.log(typeof self, typeof window, typeof undeclared, typeof document === "undefined", typeof self === "object");
(function () {
  if (typeof importScripts !== "undefined") console.log("a worker");
  else console.log("no worker", this);
})();
try {
  this.x = 5;
} catch (error) {
  console.log(error instanceof TypeError, error.message);
}
