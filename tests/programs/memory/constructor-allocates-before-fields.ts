class Part {
  data: number[] = [];
  constructor(n: number) {
    for (let i = 0; i < n; i++) this.data.push(i);
  }
}
class Whole {
  left = new Part(10);
  name = `whole ${this.left.data.length}`;
  right = new Part(20);
}
let total = 0;
let last = new Whole();
for (let i = 0; i < 300; i++) {
  last = new Whole();
  total += last.left.data.length + last.right.data.length + last.name.length;
}
console.log(total, last.name, last.right.data[19]);
