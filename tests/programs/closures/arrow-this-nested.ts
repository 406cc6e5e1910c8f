class Grid {
  private size = 2;

  each(f: (x: number, y: number) => void): void {
    for (let y = 0; y < this.size; y++) {
      const row = (): void => {
        for (let x = 0; x < this.size; x++) f(x, y);
      };
      row();
    }
  }
}
const seen: string[] = [];
new Grid().each((x, y) => {
  seen.push(`${x}${y}`);
});
console.log(seen.join(" "));
