import { Branch } from "./branch.ts";
import { Leaf } from "./leaf.ts";

const tree = new Branch([new Leaf(1), new Branch([new Leaf(2), new Leaf(3)])]);
console.log(tree.sum(), new Leaf(5).wrap().sum());
