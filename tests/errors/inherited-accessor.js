const base = {
  get twice() { // error: an accessor that uses `this`, in a program whose prototypes are objects
    return this.n * 2;
  },
};
const one = Object.create(base);
one.n = 4;
console.log(one.twice);
