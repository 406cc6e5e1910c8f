/** `process.env` as an object: loaded for programs that list, copy or write variables of the environment. */
import { decodeText, environmentText, zeroLength } from "../../memory/host-services.ts";
import { load8 } from "../../memory/memory.ts";

let made: Record<string, string> | undefined;

export function environment(): Record<string, string> {
  if (made !== undefined) return made;
  const found: Record<string, string> = {};
  for (let i = 0; ; i++) {
    const address = environmentText(i);
    if (address === 0) break;
    const length = zeroLength(address);
    let equals = 0;
    while (equals < length && load8(address + equals) !== 61) equals++;
    found[decodeText(address, equals)] = decodeText(address + equals + 1, length - equals - 1);
  }
  made = found;
  return found;
}
