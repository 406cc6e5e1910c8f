const o = { class: 1, default: 2, new: 3, delete: 4, if: 5, null: 6, true: 7, function: 8 };
console.log(o.class + o.default + o.new + o.delete + o.if + o.null + o.true + o.function);
class Words {
  return = 1;
  for(): number {
    return this.return + 1;
  }
  static typeof(): string {
    return "typeof";
  }
}
console.log(new Words().for(), Words.typeof());
