class Timer {
  private ticks = 0;

  makeTick(): () => number {
    return () => {
      this.ticks++;
      return this.ticks;
    };
  }
}
const timer = new Timer();
const tick = timer.makeTick();
tick();
console.log(tick(), timer.makeTick()());
