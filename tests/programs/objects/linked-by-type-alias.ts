type List = { head: number; tail: List } | null;
function sum(list: List): number {
  return list === null ? 0 : list.head + sum(list.tail);
}
let list: List = null;
for (let i = 1; i <= 4; i++) list = { head: i, tail: list };
console.log(sum(list), list?.head, list?.tail?.head);
