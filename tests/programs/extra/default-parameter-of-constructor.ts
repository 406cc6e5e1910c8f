class Vector {
  constructor(
    readonly x = 0,
    readonly y = x,
  ) {}
}
const list = [new Vector(), new Vector(1), new Vector(1, 2.5)];
for (const v of list) console.log(v.x, v.y);
