import type { Reference } from "../../memory/memory.ts";
import { argumentAddress, argumentCount, argumentLength } from "../../memory/system-services.ts";
import { decodeUtf8 } from "../strings/utf8.ts";

/** process.argv as a list: where Node has its own path and then the script's, the program's path stands twice. */
export function programArguments(): Reference {
  const texts: string[] = [];
  const count = argumentCount();
  for (let i = 0; i < count; i++) {
    const text = decodeUtf8(argumentAddress(i), argumentLength(i));
    texts.push(text);
    if (i === 0) {
      texts.push(text);
    }
  }
  return texts as object as Reference;
}
