let evaluations = 0;
class Box {
  n = 0;
  list = [0, 0];
}
const box = new Box();
function get(): Box {
  evaluations++;
  return box;
}
get().n++;
get().n += 5;
get().list[1]! -= 3;
get().list[get().n - 6]! += 2;
console.log(box.n, box.list, evaluations);
