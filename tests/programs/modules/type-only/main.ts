import { type Shape, area } from "./shape.ts";
import type { Name } from "./name.ts";

const name: Name = "square";
const shape: Shape = { side: 3 };
console.log(name, area(shape));
