import "./setup.ts";
import { registered } from "./registry.ts";

console.log(registered.join(" "));
