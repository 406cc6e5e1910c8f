class Tree<T> {
  left: Tree<T> | null = null;
  right: Tree<T> | null = null;
  constructor(readonly value: T) {}

  insert(value: T, less: (a: T, b: T) => boolean): void {
    if (less(value, this.value)) {
      if (this.left === null) this.left = new Tree(value);
      else this.left.insert(value, less);
    } else if (this.right === null) this.right = new Tree(value);
    else this.right.insert(value, less);
  }

  each(f: (value: T) => void): void {
    this.left?.each(f);
    f(this.value);
    this.right?.each(f);
  }
}
const numbers = new Tree(5);
for (const n of [2, 8, 1, 9, 3]) numbers.insert(n, (a, b) => a < b);
const sorted: number[] = [];
numbers.each((n) => {
  sorted.push(n);
});
console.log(sorted);
const words = new Tree("m");
for (const w of ["q", "a", "z"]) words.insert(w, (a, b) => a < b);
let line = "";
words.each((w) => {
  line += w;
});
console.log(line);
