const base = { x: 1 };
const heir = {
  __proto__: base,
  write(): void {
    super.x = 2; // error: `super` is supported only before the name of a member, and is assigned to only in classes
  },
  read(name: string): unknown {
    return super[name]; // error: `super` is supported only before the name of a member, and is assigned to only in classes
  },
};
heir.write();
console.log(heir.read("x"));
