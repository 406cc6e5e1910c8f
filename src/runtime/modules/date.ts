// biome-ignore-all lint/suspicious/noShadowRestrictedNames: this is the global of translated programs.
/** `Date` (ECMA-262, 21.4), with the time zone that the system has. */
import { wallClock } from "../../memory/host-services.ts";
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import {
  clipped,
  fullYear,
  localOf,
  offsetAt,
  type Parts,
  partsOf,
  timeOf,
  universalOf,
} from "./date-calendar.ts";
import { parsed } from "./date-parse.ts";
import { clock, dateText, dayNames, monthNames, padded, yearText, zoneText } from "./date-texts.ts";

const invalid = "Invalid Date";

export class Date {
  "##time": number;

  constructor(
    value?: number | string | Date,
    month?: number,
    day?: number,
    hour?: number,
    minute?: number,
    second?: number,
    ms?: number,
  ) {
    if (month !== undefined) {
      const year = fullYear(Number(value));
      const local = timeOf(year, month, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0, ms ?? 0);
      this["##time"] = clipped(universalOf(local));
    } else if (value === undefined) {
      this["##time"] = wallClock();
    } else if (typeof value === "string") {
      this["##time"] = parsed(value);
    } else if (typeof value === "number") {
      this["##time"] = clipped(value);
    } else {
      this["##time"] = value["##time"];
    }
  }

  static now(): number {
    return wallClock();
  }

  static parse(text: string): number {
    return parsed(`${text}`);
  }

  static UTC(
    year: number,
    month?: number,
    day?: number,
    hour?: number,
    minute?: number,
    second?: number,
    ms?: number,
  ): number {
    return clipped(
      timeOf(fullYear(year), month ?? 0, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0, ms ?? 0),
    );
  }

  getTime(): number {
    return this["##time"];
  }

  valueOf(): number {
    return this["##time"];
  }

  getTimezoneOffset(): number {
    const time = this["##time"];
    return !Number.isNaN(time) ? 0.0 - offsetAt(time) / 60000 + 0.0 : Number.NaN;
  }

  "##utc"(): Parts {
    return partsOf(this["##time"]);
  }

  "##local"(): Parts {
    return partsOf(localOf(this["##time"]));
  }

  "##valid"(): boolean {
    return !Number.isNaN(this["##time"]);
  }

  getUTCFullYear(): number {
    return this["##utc"]().year;
  }

  getUTCMonth(): number {
    return this["##utc"]().month;
  }

  getUTCDate(): number {
    return this["##utc"]().day;
  }

  getUTCDay(): number {
    return this["##utc"]().weekday;
  }

  getUTCHours(): number {
    return this["##utc"]().hour;
  }

  getUTCMinutes(): number {
    return this["##utc"]().minute;
  }

  getUTCSeconds(): number {
    return this["##utc"]().second;
  }

  getUTCMilliseconds(): number {
    return this["##utc"]().ms;
  }

  getFullYear(): number {
    return this["##local"]().year;
  }

  getYear(): number {
    return this.getFullYear() - 1900;
  }

  getMonth(): number {
    return this["##local"]().month;
  }

  getDate(): number {
    return this["##local"]().day;
  }

  getDay(): number {
    return this["##local"]().weekday;
  }

  getHours(): number {
    return this["##local"]().hour;
  }

  getMinutes(): number {
    return this["##local"]().minute;
  }

  getSeconds(): number {
    return this["##local"]().second;
  }

  getMilliseconds(): number {
    return this["##local"]().ms;
  }

  setTime(time: number): number {
    this["##time"] = clipped(time);
    return this["##time"];
  }

  /** Sets what is not undefined; an invalid date stays one unless its year is set. */
  "##set"(
    local: boolean,
    year: number | undefined,
    month: number | undefined,
    day: number | undefined,
    hour: number | undefined,
    minute: number | undefined,
    second: number | undefined,
    ms: number | undefined,
  ): number {
    let time = this["##time"];
    if (Number.isNaN(time)) {
      if (year === undefined) return time;
      time = 0.0;
    } else if (local) {
      time = localOf(time);
    }
    const parts = partsOf(time);
    const made = timeOf(
      year ?? parts.year,
      month ?? parts.month,
      day ?? parts.day,
      hour ?? parts.hour,
      minute ?? parts.minute,
      second ?? parts.second,
      ms ?? parts.ms,
    );
    this["##time"] = clipped(local ? universalOf(made) : made);
    return this["##time"];
  }

  setFullYear(year: number, month?: number, day?: number): number {
    return this["##set"](true, year, month, day, undefined, undefined, undefined, undefined);
  }

  setMonth(month: number, day?: number): number {
    return this["##set"](true, undefined, month, day, undefined, undefined, undefined, undefined);
  }

  setDate(day: number): number {
    return this["##set"](true, undefined, undefined, day, undefined, undefined, undefined, undefined);
  }

  setHours(hour: number, minute?: number, second?: number, ms?: number): number {
    return this["##set"](true, undefined, undefined, undefined, hour, minute, second, ms);
  }

  setMinutes(minute: number, second?: number, ms?: number): number {
    return this["##set"](true, undefined, undefined, undefined, undefined, minute, second, ms);
  }

  setSeconds(second: number, ms?: number): number {
    return this["##set"](true, undefined, undefined, undefined, undefined, undefined, second, ms);
  }

  setMilliseconds(ms: number): number {
    return this["##set"](true, undefined, undefined, undefined, undefined, undefined, undefined, ms);
  }

  setUTCFullYear(year: number, month?: number, day?: number): number {
    return this["##set"](false, year, month, day, undefined, undefined, undefined, undefined);
  }

  setUTCMonth(month: number, day?: number): number {
    return this["##set"](false, undefined, month, day, undefined, undefined, undefined, undefined);
  }

  setUTCDate(day: number): number {
    return this["##set"](false, undefined, undefined, day, undefined, undefined, undefined, undefined);
  }

  setUTCHours(hour: number, minute?: number, second?: number, ms?: number): number {
    return this["##set"](false, undefined, undefined, undefined, hour, minute, second, ms);
  }

  setUTCMinutes(minute: number, second?: number, ms?: number): number {
    return this["##set"](false, undefined, undefined, undefined, undefined, minute, second, ms);
  }

  setUTCSeconds(second: number, ms?: number): number {
    return this["##set"](false, undefined, undefined, undefined, undefined, undefined, second, ms);
  }

  setUTCMilliseconds(ms: number): number {
    return this["##set"](false, undefined, undefined, undefined, undefined, undefined, undefined, ms);
  }

  toISOString(): string {
    if (!this["##valid"]()) throw new RangeError("Invalid time value");
    const parts = this["##utc"]();
    const year =
      parts.year > 9999
        ? `+${padded(parts.year, 6)}`
        : parts.year < 0
          ? `-${padded(-parts.year, 6)}`
          : padded(parts.year, 4);
    const day = `${year}-${padded(parts.month + 1, 2)}-${padded(parts.day, 2)}`;
    return `${day}T${clock(parts)}.${padded(parts.ms, 3)}Z`;
  }

  toJSON(): string | null {
    return this["##valid"]() ? this.toISOString() : null;
  }

  toString(): string {
    if (!this["##valid"]()) return invalid;
    const parts = this["##local"]();
    return `${dateText(parts)} ${clock(parts)} ${zoneText(this["##time"])}`;
  }

  toDateString(): string {
    return this["##valid"]() ? dateText(this["##local"]()) : invalid;
  }

  toTimeString(): string {
    return this["##valid"]() ? `${clock(this["##local"]())} ${zoneText(this["##time"])}` : invalid;
  }

  toUTCString(): string {
    if (!this["##valid"]()) return invalid;
    const parts = this["##utc"]();
    const day = `${dayNames[parts.weekday]!}, ${padded(parts.day, 2)} ${monthNames[parts.month]!}`;
    return `${day} ${yearText(parts.year)} ${clock(parts)} GMT`;
  }

  toGMTString(): string {
    return this.toUTCString();
  }

  toLocaleDateString(locale?: string, options?: unknown): string {
    checkLocale(locale, options);
    if (!this["##valid"]()) return invalid;
    const parts = this["##local"]();
    return `${parts.month + 1}/${parts.day}/${parts.year}`;
  }

  toLocaleTimeString(locale?: string, options?: unknown): string {
    checkLocale(locale, options);
    if (!this["##valid"]()) return invalid;
    const { hour, minute, second } = this["##local"]();
    const shown = hour % 12 === 0 ? 12 : hour % 12;
    return `${shown}:${padded(minute, 2)}:${padded(second, 2)} ${hour < 12 ? "AM" : "PM"}`;
  }

  toLocaleString(locale?: string, options?: unknown): string {
    if (!this["##valid"]()) return invalid;
    return `${this.toLocaleDateString(locale, options)}, ${this.toLocaleTimeString(locale, options)}`;
  }

  /** What console.log shows. */
  "##contents"(): string {
    return this["##valid"]() ? this.toISOString() : invalid;
  }

  get "##tag"(): string {
    return "Date";
  }
}

function checkLocale(locale: string | undefined, options: unknown): void {
  if ((locale !== undefined && locale !== "en-US") || options !== undefined)
    stop(unsupportedStop, "dates in other locales than en-US, or with options");
}
