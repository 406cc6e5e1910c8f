/**
 * Writes a profile in the form that the file's name asks for: `.pb.gz` and `.pb` for pprof, `.json` for speedscope, any
 * other as one line a stack with its weight behind it, which flame graph tools read.
 */
import { loadInt64 } from "../../memory/memory.ts";
import { beginBytes, bytesStart, bytesUsed, putByte, putBytes, putNumber } from "./buffer.ts";
import { complain, endsWith, writeWhole } from "./files.ts";
import { beginFrames, frameName, frameNameLength, shownDepth, shownFrame, showSample } from "./frames.ts";
import { mergeSamples } from "./merge.ts";
import { writePprof } from "./pprof.ts";
import { nextRecord, recordAmount } from "./records.ts";
import { writeSpeedscope } from "./speedscope.ts";
import { loadSymbols } from "./symbols.ts";

export function writeReport(file: number, ofAllocations: boolean, records: number, end: number): void {
  loadSymbols();
  beginFrames();
  mergeSamples(records, end);
  beginBytes();
  if (endsWith(file, ".pb") || endsWith(file, ".pb.gz"))
    writePprof(ofAllocations, records, end, endsWith(file, ".gz"));
  else if (endsWith(file, ".json")) writeSpeedscope(ofAllocations, records, end);
  else writeStacks(records, end);
  if (!writeWhole(file, 1, bytesStart(), bytesUsed())) complain("the profile ", file, " cannot be written");
}

/** `program;main;total;Point 524288`. */
function writeStacks(records: number, end: number): void {
  for (let record = records; record < end; record = nextRecord(record)) {
    if (loadInt64(record + recordAmount) === 0) continue;
    showSample(record);
    for (let i = shownDepth() - 1; i >= 0; i--) {
      putBytes(frameName(shownFrame(i)), frameNameLength(shownFrame(i)));
      if (i > 0) putByte(59);
    }
    putByte(32);
    putNumber(loadInt64(record + recordAmount));
    putByte(10);
  }
}
