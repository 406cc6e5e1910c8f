function make(start: number): number {
  class Local {
    value = start;
    next(): number {
      return ++this.value;
    }
  }
  const local = new Local();
  local.next();
  return local.next();
}
console.log(make(1), make(10));
