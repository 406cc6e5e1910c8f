module.exports = class Single {
  constructor(a) {
    this.a = a;
  }
};
