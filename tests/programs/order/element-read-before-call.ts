const list = [1, 2];
function change(): number {
  list[0] = 100;
  return 1;
}
list[0]! += change();
console.log(list);
list[0] = list[0]! + change() + list[0]!;
console.log(list);
