import { run as runA } from "./a.ts";
import { run as runB } from "./b.ts";

class Helper {
  name = "main";
}
console.log(runA(), runB(), new Helper().name);
