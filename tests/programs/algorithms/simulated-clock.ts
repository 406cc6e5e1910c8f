class Event {
  constructor(
    readonly time: number,
    readonly action: (now: number) => void,
  ) {}
}
class Clock {
  private events: Event[] = [];
  now = 0;

  after(delay: number, action: (now: number) => void): void {
    const event = new Event(this.now + delay, action);
    let i = this.events.length;
    this.events.push(event);
    while (i > 0 && this.events[i - 1]!.time < event.time) {
      this.events[i] = this.events[i - 1]!;
      i--;
    }
    this.events[i] = event;
  }

  run(): void {
    for (let event = this.events.pop(); event !== undefined; event = this.events.pop()) {
      this.now = event.time;
      event.action(this.now);
    }
  }
}
const clock = new Clock();
let ticks = 0;
const tick = (now: number): void => {
  console.log(`tick at ${now}`);
  if (++ticks < 3) clock.after(2.5, tick);
};
clock.after(1, tick);
clock.after(4, (now) => console.log(`alarm at ${now}`));
clock.run();
