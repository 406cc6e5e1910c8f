/** The JSON of speedscope.app: frames, then stacks outermost first, then their weights. */
import { zeroLength } from "../../memory/host-services.ts";
import { loadInt64 } from "../../memory/memory.ts";
import { putByte, putNumber, putQuoted, putText } from "./buffer.ts";
import {
  frameCount,
  frameFile,
  frameLine,
  frameName,
  frameNameLength,
  shownDepth,
  shownFrame,
  showSample,
} from "./frames.ts";
import { nextRecord, recordAmount } from "./records.ts";

export function writeSpeedscope(ofAllocations: boolean, records: number, end: number): void {
  putText('{"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"heddle","profiles":[');
  putText('{"type":"sampled","name":"');
  putText(ofAllocations ? 'allocations","unit":"bytes"' : 'processor time","unit":"nanoseconds"');
  putText(',"startValue":0,"endValue":');
  let total = 0;
  for (let record = records; record < end; record = nextRecord(record)) {
    total += loadInt64(record + recordAmount);
  }
  putNumber(total);
  putText(',"samples":[');
  for (let record = records; record < end; record = nextRecord(record)) {
    if (loadInt64(record + recordAmount) === 0) continue;
    if (record > records) putByte(44);
    putByte(91);
    showSample(record);
    for (let i = shownDepth() - 1; i >= 0; i--) {
      putNumber(shownFrame(i));
      if (i > 0) putByte(44);
    }
    putByte(93);
  }
  putText('],"weights":[');
  for (let record = records; record < end; record = nextRecord(record)) {
    if (loadInt64(record + recordAmount) === 0) continue;
    if (record > records) putByte(44);
    putNumber(loadInt64(record + recordAmount));
  }
  putText(']}],"shared":{"frames":[');
  for (let frame = 0; frame < frameCount(); frame++) {
    if (frame > 0) putByte(44);
    putText('{"name":');
    putQuoted(frameName(frame), frameNameLength(frame));
    if (frameFile(frame) !== 0 && frameLine(frame) > 0) {
      putText(',"file":');
      putQuoted(frameFile(frame), zeroLength(frameFile(frame)));
      putText(',"line":');
      putNumber(frameLine(frame));
    }
    putByte(125);
  }
  putText("]}}\n");
}
