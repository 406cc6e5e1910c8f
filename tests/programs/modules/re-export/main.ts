import { square, cube, version } from "./index.ts";

console.log(square(3), cube(3), version);
