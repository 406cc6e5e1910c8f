class Base {
  kind = "base";
  size = 1;
}
class Derived extends Base {
  override kind = "derived";
}
const list: Base[] = [new Base(), new Derived()];
for (const item of list) console.log(item.kind, item.size);
