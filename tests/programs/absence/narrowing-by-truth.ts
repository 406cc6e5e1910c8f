class Item {
  constructor(readonly name: string) {}
}
function label(item: Item | null, text: string | undefined): string {
  if (!item) return text ? `only ${text}` : "none";
  return item.name;
}
console.log(label(new Item("i"), "t"), label(null, "t"), label(null, ""), label(null, undefined));
