import { area } from "./geometry/circle.ts";
import { format } from "./text/format.ts";

console.log(format("area", area(2)));
