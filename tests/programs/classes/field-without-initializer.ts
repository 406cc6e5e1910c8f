// Fields are defined, so they hold undefined until they are written.
class Box {
  content: string | undefined;
  weight?: number;
}
const box = new Box();
console.log(box.content, box.weight, box.content === undefined);
box.content = "hat";
box.weight = 2;
console.log(box.content, box.weight);
