class Emitter {
  private readonly listeners: ((value: number) => void)[] = [];

  on(listener: (value: number) => void): void {
    this.listeners.push(listener);
  }

  emit(value: number): void {
    for (const listener of this.listeners) listener(value);
  }
}
const emitter = new Emitter();
let sum = 0;
emitter.on((value) => {
  sum += value;
});
emitter.on((value) => console.log(`got ${value}, sum ${sum}`));
emitter.emit(3);
emitter.emit(4.5);
