export const START = 10;

export default class Counter {
  private value = START;

  next(): number {
    this.value++;
    return this.value;
  }
}
