const o = {
  n: 1,
  f: () => this.n, // error: Object is possibly 'undefined'.
};
console.log(o.f());
