class count {
  count = 1;
  static count(): number {
    return 2;
  }
}
const instance = new count();
function run(count: number): number {
  return count + instance.count;
}
console.log(run(10), count.count());
