function siftDown(heap: number[], start: number, end: number): void {
  let root = start;
  for (;;) {
    let child = 2 * root + 1;
    if (child > end) return;
    if (child < end && heap[child]! < heap[child + 1]!) child++;
    if (heap[root]! >= heap[child]!) return;
    const kept = heap[root]!;
    heap[root] = heap[child]!;
    heap[child] = kept;
    root = child;
  }
}
function heapSort(list: number[]): void {
  const n = list.length;
  for (let start = Math.floor(n / 2) - 1; start >= 0; start--) siftDown(list, start, n - 1);
  for (let end = n - 1; end > 0; end--) {
    const kept = list[end]!;
    list[end] = list[0]!;
    list[0] = kept;
    siftDown(list, 0, end - 1);
  }
}
const list = [12, 3, 44, 38, 5, 47, 15, 36, 26, 27, 2, 46, 4, 19, 50, 48];
heapSort(list);
console.log(list.join(" "));
