import { allocateBytes, freeBytes, load8, load16, store8, store16 } from "../../memory/memory.ts";
import {
  allocateString,
  byteUnit,
  finishString,
  isWide,
  setByteUnit,
  setWideUnit,
  wideUnit,
} from "../../memory/string-primitives.ts";
import { checkLength } from "./concat.ts";
import { flat } from "./flat.ts";

const firstRoom = 4096;

// A buffer that nobody uses: kept from the last text, for the next one.
let spare = 0;
let spareRoom = 0;

/**
 * A long text that is put together at its end. Its buffer is not on the heap: no collection copies it. What an exception
 * interrupts keeps its buffer.
 */
export class TextBuilder {
  #buffer = 0;
  /** In bytes. */
  #room = 0;
  /** Bytes of a unit: 2 from the first unit above 255 on. */
  #width = 1;
  length = 0;
  #hasWide = false;

  constructor() {
    this.#buffer = spare;
    this.#room = spareRoom;
    spare = 0;
    spareRoom = 0;
    if (this.#buffer === 0) {
      this.#buffer = allocateBytes(firstRoom);
      this.#room = firstRoom;
    }
  }

  /** Makes room for `more` units. */
  #reserve(more: number): void {
    const needed = this.length + more;
    if (needed * this.#width > this.#room) {
      checkLength(needed);
      this.#move(2 * needed * this.#width, this.#width);
    }
  }

  /** To a buffer of so many bytes, in units of a width. */
  #move(room: number, width: number): void {
    const from = this.#buffer;
    const to = allocateBytes(room);
    if (this.#width === width) {
      for (let i = 0; i < this.length * width; i++) {
        store8(to + i, load8(from + i));
      }
    } else {
      for (let i = 0; i < this.length; i++) {
        store16(to + 2 * i, load8(from + i));
      }
    }
    freeBytes(from);
    this.#buffer = to;
    this.#room = room;
    this.#width = width;
  }

  append(given: string): void {
    const text = flat(given);
    this.appendPart(text, 0, text.length);
  }

  /** Appends units `from` up to `to` of a flat string. */
  appendPart(text: string, from: number, to: number): void {
    const wide = isWide(text);
    if (wide && this.#width === 1) {
      this.#move(4 * (this.length + to), 2);
    }
    this.#reserve(to - from);
    if (this.#width === 1) {
      let at = this.#buffer + this.length;
      for (let i = from; i < to; i++) {
        store8(at++, byteUnit(text, i));
      }
    } else {
      let at = this.#buffer + 2 * this.length;
      for (let i = from; i < to; i++) {
        const unit = wide ? wideUnit(text, i) : byteUnit(text, i);
        this.#hasWide = this.#hasWide || unit > 255;
        store16(at, unit);
        at += 2;
      }
    }
    this.length += to - from;
  }

  /** Appends a unit. */
  appendUnit(unit: number): void {
    if (unit > 255) {
      this.#hasWide = true;
      if (this.#width === 1) {
        this.#move(4 * (this.length + 1), 2);
      }
    }
    this.#reserve(1);
    if (this.#width === 1) {
      store8(this.#buffer + this.length, unit);
    } else {
      store16(this.#buffer + 2 * this.length, unit);
    }
    this.length++;
  }

  /** Appends the decimal digits of an integer within ±(2^31 - 1). */
  appendInt(value: number): void {
    let rest = value;
    if (value < 0) {
      this.appendUnit(45);
      rest = -value;
    }
    let digits = 1;
    for (let power = 10; power <= rest; power *= 10) {
      digits++;
    }
    this.#reserve(digits);
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const quotient = (rest / 10) | 0;
      const digit = 48 + rest - quotient * 10;
      if (this.#width === 1) {
        store8(this.#buffer + at, digit);
      } else {
        store16(this.#buffer + 2 * at, digit);
      }
      rest = quotient;
    }
    this.length += digits;
  }

  /** Forgets what comes after the first `length` units. */
  cut(length: number): void {
    this.length = length;
  }

  /** The text; nothing more can be appended. */
  finish(): string {
    const { length } = this;
    const wide = this.#width === 2 && this.#hasWide;
    const text = allocateString(length, wide);
    const from = this.#buffer;
    if (wide) {
      for (let i = 0; i < length; i++) {
        setWideUnit(text, i, load16(from + 2 * i));
      }
    } else {
      for (let i = 0; i < length; i++) {
        setByteUnit(text, i, this.#width === 1 ? load8(from + i) : load16(from + 2 * i));
      }
    }
    if (spareRoom < this.#room) {
      if (spare !== 0) {
        freeBytes(spare);
      }
      spare = from;
      spareRoom = this.#room;
    } else {
      freeBytes(from);
    }
    return finishString(text);
  }
}
