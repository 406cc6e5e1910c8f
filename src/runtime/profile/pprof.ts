/**
 * The protocol buffer of pprof (github.com/google/pprof, proto/profile.proto), in a gzip file without compression.
 * Strings, functions and locations go by numbers from 1: a frame's number plus one.
 */
import { zeroLength } from "../../memory/host-services.ts";
import { loadInt64 } from "../../memory/memory.ts";
import { beginBytes, bytesStart, bytesUsed, put32, putByte, putBytes, putText, setByte } from "./buffer.ts";
import { checksum } from "./checksum.ts";
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
import { nextRecord, recordAmount, recordCount } from "./records.ts";

// Fields of Profile.
const sampleType = 1;
const sample = 2;
const location = 4;
const functions = 5;
const stringTable = 6;

const varint = 0;
const lengthDelimited = 2;
const longestBlock = 65535;

// The string table begins with these: "", what is measured; then name and file of each frame.
const namesFirst = 5;

function putVarint(n: number): void {
  let rest = n;
  while (rest > 127) {
    putByte(128 + (rest % 128));
    rest = Math.floor(rest / 128);
  }
  putByte(rest);
}

function putField(field: number, n: number): void {
  putByte(field * 8 + varint);
  putVarint(n);
}

/** A message within another: its length takes four bytes, however short it is, and is filled in at its end. */
function beginMessage(field: number): number {
  putByte(field * 8 + lengthDelimited);
  for (let i = 0; i < 4; i++) putByte(0);
  return bytesUsed();
}

function endMessage(begin: number): void {
  let rest = bytesUsed() - begin;
  for (let i = 0; i < 4; i++) {
    setByte(begin - 4 + i, (rest % 128) + (i < 3 ? 128 : 0));
    rest = Math.floor(rest / 128);
  }
}

function putString(address: number, length: number): void {
  const begin = beginMessage(stringTable);
  putBytes(address, length);
  endMessage(begin);
}

function putLiteral(text: string): void {
  const begin = beginMessage(stringTable);
  putText(text);
  endMessage(begin);
}

/** Type and unit of a sample's value: numbers of strings. */
function putValueType(type: number, unit: number): void {
  const begin = beginMessage(sampleType);
  putField(1, type);
  putField(2, unit);
  endMessage(begin);
}

export function writePprof(ofAllocations: boolean, records: number, end: number, zipped: boolean): void {
  putValueType(1, 2);
  putValueType(3, 4);
  for (let record = records; record < end; record = nextRecord(record)) {
    if (loadInt64(record + recordAmount) === 0) continue;
    const begin = beginMessage(sample);
    showSample(record);
    for (let i = 0; i < shownDepth(); i++) putField(1, shownFrame(i) + 1);
    putField(2, loadInt64(record + recordCount));
    putField(2, loadInt64(record + recordAmount));
    endMessage(begin);
  }
  for (let frame = 0; frame < frameCount(); frame++) putFrame(frame);
  putLiteral("");
  putLiteral(ofAllocations ? "alloc_objects" : "samples");
  putLiteral("count");
  putLiteral(ofAllocations ? "alloc_space" : "cpu");
  putLiteral(ofAllocations ? "bytes" : "nanoseconds");
  for (let frame = 0; frame < frameCount(); frame++) {
    putString(frameName(frame), frameNameLength(frame));
    const file = frameFile(frame);
    putString(file, file === 0 ? 0 : zeroLength(file));
  }
  if (zipped) zip();
}

function putFrame(frame: number): void {
  const place = beginMessage(location);
  putField(1, frame + 1);
  const line = beginMessage(4);
  putField(1, frame + 1);
  putField(2, frameLine(frame));
  endMessage(line);
  endMessage(place);
  const begin = beginMessage(functions);
  putField(1, frame + 1);
  putField(2, namesFirst + frame * 2);
  putField(3, namesFirst + frame * 2);
  putField(4, namesFirst + frame * 2 + 1);
  endMessage(begin);
}

/** RFC 1952, of stored blocks. */
function zip(): void {
  const bytes = bytesStart();
  const count = bytesUsed();
  beginBytes();
  putByte(31);
  putByte(139);
  putByte(8);
  for (let i = 0; i < 6; i++) putByte(0);
  putByte(255);
  for (let at = 0; at < count; at += longestBlock) {
    const length = Math.min(longestBlock, count - at);
    putByte(at + length === count ? 1 : 0);
    putByte(length & 255);
    putByte(length >> 8);
    putByte(~length & 255);
    putByte((~length >> 8) & 255);
    putBytes(bytes + at, length);
  }
  put32(checksum(bytes, count));
  put32(count);
}
