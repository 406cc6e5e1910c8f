import { note } from "./log.ts";
import { quick } from "./quick.ts";
import { used } from "./uses-slow.ts";
note(`uses ${quick} and ${used}`);
for await (const one of [Promise.resolve("in a loop")]) note(one);
export default quick + used;
