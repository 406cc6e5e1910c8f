import { registered } from "./registry.ts";

registered.push("set", "up");
