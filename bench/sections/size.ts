/** Bytes of the smallest program that prints, on disk and resident. */
import { statSync } from "node:fs";
import { native, peakMemory, row } from "../harness.ts";

export async function size(): Promise<void> {
  const hello = await native("bench/programs/hello.ts");
  row("hello: bytes of the binary", String(statSync(hello).size));
  row("hello: resident", `${peakMemory([hello])} KB`);
}
