abstract class Scale {
  abstract apply(n: number): number;
}
class Twice extends Scale {
  apply(n: number): number {
    return n * 2;
  }
}
class Low extends Scale {
  apply(n: number): number {
    return n & 3;
  }
}
const scales: Scale[] = [new Twice(), new Low()];
for (const s of scales) console.log(s.apply(7), s.apply(6.5), s.apply(-1));
