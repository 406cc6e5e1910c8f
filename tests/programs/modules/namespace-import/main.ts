import * as shapes from "./shapes.ts";

console.log(shapes.area(new shapes.Square(3)), shapes.UNIT, shapes.areaOf.length);
