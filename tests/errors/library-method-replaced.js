Array.prototype.map = function () { // error: `Array.prototype.map` is not supported yet
  return [];
};
Object.prototype.keys = function () { // error: `Object.prototype.keys` is not supported yet
  return Object.keys(this);
};
console.log([1].map((one) => one), ({ a: 1 }).keys());
