function outer(n: number): unknown {
  class Local {
    static count = 0;
    static next(): number {
      return n + Local.count;
    }
    static self(): unknown {
      return [this]; // error: the class `Local` of the function around this one is not supported as a value here
    }
  }
  class Below extends Local {}
  Below.count = 5; // error: assigning an inherited static field through a class inside a function is not supported yet
  const next = Local.next; // error: a static method that uses variables of the function around its class is not supported as a value
  return [next, Below.self()];
}
outer(1);
