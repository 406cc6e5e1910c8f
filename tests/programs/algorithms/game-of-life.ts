class Life {
  private cells: boolean[];

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.cells = this.empty();
  }

  set(x: number, y: number): void {
    this.cells[y * this.width + x] = true;
  }

  step(): void {
    const next = this.empty();
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const n = this.neighbours(x, y);
        next[y * this.width + x] = n === 3 || (n === 2 && this.alive(x, y));
      }
    }
    this.cells = next;
  }

  show(): string {
    let text = "";
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) text += this.alive(x, y) ? "o" : ".";
      text += "\n";
    }
    return text;
  }

  private alive(x: number, y: number): boolean {
    const column = (x + this.width) % this.width;
    const row = (y + this.height) % this.height;
    return this.cells[row * this.width + column]!;
  }

  private neighbours(x: number, y: number): number {
    let n = 0;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        if ((dx !== 0 || dy !== 0) && this.alive(x + dx, y + dy)) n++;
      }
    }
    return n;
  }

  private empty(): boolean[] {
    const cells: boolean[] = [];
    for (let i = 0; i < this.width * this.height; i++) cells.push(false);
    return cells;
  }
}
const life = new Life(8, 6);
life.set(1, 0);
life.set(2, 1);
life.set(0, 2);
life.set(1, 2);
life.set(2, 2);
for (let generation = 0; generation < 12; generation++) life.step();
console.log(life.show());
