class Single {
  static only: Single | undefined;
  constructor() {
    if (Single.only) return Single.only;
    Single.only = this;
  }
}
class Twin extends Single {} // error: the constructor of `Single` returns another object, which is no instance of a class that extends it
console.log(new Single() === new Single(), new Twin() instanceof Twin);
