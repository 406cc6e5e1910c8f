const made = {};
made.Item = function () {
  this.isNew = new.target !== undefined; // error: `new.target` in a function that does not mention its own name
};
console.log(new made.Item().isNew, Object.create({ a: 1 }).a);
