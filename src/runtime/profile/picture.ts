/* SIGUSR2: a picture of the heap at the next allocation, in `heap-PROCESS-NUMBER.heapsnapshot`. */
import { processNumber } from "../../memory/host-services.ts";
import { state } from "../../memory/memory.ts";
import { writeSnapshot } from "../heap/snapshot.ts";
import { beginBytes, bytesStart, putByte, putNumber, putText } from "./buffer.ts";
import { complain } from "./files.ts";

let pictures = 0;

/** Somebody has asked for one, and woven code has saved its roots. */
export function takePicture(): void {
  // A collection may have set it anew since.
  if (state.limit === 0) state.limit = state.pictureLimit;
  state.pictureAsked = 0;
  pictures += 1;
  beginBytes();
  putText("heap-");
  putNumber(processNumber(0));
  putText("-");
  putNumber(pictures);
  putText(".heapsnapshot");
  putByte(0);
  const name = bytesStart();
  if (writeSnapshot(name) === 0) complain("the picture ", name, " cannot be written");
  else complain("wrote ", name, "");
}
