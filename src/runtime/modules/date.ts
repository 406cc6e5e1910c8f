// biome-ignore-all lint/suspicious/noShadowRestrictedNames: this is the global of translated programs.
/** `Date` (ECMA-262, 21.4), with the time zone that the system has. */
import { wallClock, zoneOffset } from "../../memory/host-services.ts";
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";

const msPerDay = 86400000;
const furthest = 8.64e15;

const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time in its parts; weekdays begin with Sunday, months with 0. */
class Parts {
  year = 0;
  month = 0;
  day = 1;
  weekday = 0;
  hour = 0;
  minute = 0;
  second = 0;
  ms = 0;
}

/** Days since 1970 of a day of the Gregorian calendar (Hinnant's algorithm); the month may be any number. */
function daysOf(year: number, month: number, day: number): number {
  const wholeYear = year + Math.floor(month / 12);
  const inYear = month - Math.floor(month / 12) * 12;
  const shifted = inYear < 2 ? wholeYear - 1 : wholeYear;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (inYear + 10) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 + (day - 1);
}

function partsOf(time: number): Parts {
  const parts = new Parts();
  const days = Math.floor(time / msPerDay);
  let rest = time - days * msPerDay;
  parts.ms = rest % 1000;
  rest = Math.floor(rest / 1000);
  parts.second = rest % 60;
  rest = Math.floor(rest / 60);
  parts.minute = rest % 60;
  parts.hour = Math.floor(rest / 60);
  parts.weekday = (((days + 4) % 7) + 7) % 7;
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  parts.day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  parts.month = monthFromMarch < 10 ? monthFromMarch + 2 : monthFromMarch - 10;
  parts.year = yearOfEra + era * 400 + (parts.month < 2 ? 1 : 0);
  return parts;
}

function whole(x: number): number {
  return Math.trunc(x);
}

function timeOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number {
  const sum = year + month + day + hour + minute + second + ms;
  if (!Number.isFinite(sum) || Math.abs(year) > 400000 || Math.abs(month) > 4000000) return Number.NaN;
  const days = daysOf(whole(year), whole(month), 1.0) + whole(day) - 1;
  return days * msPerDay + whole(hour) * 3600000 + whole(minute) * 60000 + whole(second) * 1000 + whole(ms);
}

/** A time that a Date can hold, or NaN. */
function clipped(time: number): number {
  return Math.abs(time) <= furthest ? Math.trunc(time) + 0.0 : Number.NaN;
}

/** Milliseconds that local time is ahead of UTC. */
function offsetAt(time: number): number {
  return zoneOffset(Math.floor(time / 1000)) * 60000.0;
}

function localOf(time: number): number {
  return time + offsetAt(time);
}

/** The time of a local time; of one that a clock skips or shows twice, with the offset that was in force before. */
function universalOf(local: number): number {
  if (!(Math.abs(local) <= furthest + msPerDay)) return Number.NaN;
  const before = offsetAt(local - msPerDay);
  const after = offsetAt(local + msPerDay);
  if (before === after) return local - before;
  if (offsetAt(local - before) === before) return local - before;
  return offsetAt(local - after) === after ? local - after : local - before;
}

/** Years 0 to 99 mean those of the twentieth century. */
function fullYear(year: number): number {
  const short = Math.trunc(year);
  return short >= 0 && short <= 99 ? 1900 + short : year;
}

function padded(value: number, width: number): string {
  return `${value}`.padStart(width, "0");
}

function yearText(year: number): string {
  return year < 0 ? `-${padded(-year, 6)}` : padded(year, 4);
}

function clock({ hour, minute, second }: Parts): string {
  return `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
}

function dateText(parts: Parts): string {
  return `${dayNames[parts.weekday]!} ${monthNames[parts.month]!} ${padded(parts.day, 2)} ${yearText(parts.year)}`;
}

/** `GMT+0100 (…)`: of the zones' long names only that of UTC is known. */
function zoneText(time: number): string {
  const offset = offsetAt(time) / 60000;
  if (offset !== 0) stop(unsupportedStop, "the name of a time zone other than UTC");
  return "GMT+0000 (Coordinated Universal Time)";
}

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
    return this["##valid"]() ? this["##utc"]().year : Number.NaN;
  }

  getUTCMonth(): number {
    return this["##valid"]() ? this["##utc"]().month : Number.NaN;
  }

  getUTCDate(): number {
    return this["##valid"]() ? this["##utc"]().day : Number.NaN;
  }

  getUTCDay(): number {
    return this["##valid"]() ? this["##utc"]().weekday : Number.NaN;
  }

  getUTCHours(): number {
    return this["##valid"]() ? this["##utc"]().hour : Number.NaN;
  }

  getUTCMinutes(): number {
    return this["##valid"]() ? this["##utc"]().minute : Number.NaN;
  }

  getUTCSeconds(): number {
    return this["##valid"]() ? this["##utc"]().second : Number.NaN;
  }

  getUTCMilliseconds(): number {
    return this["##valid"]() ? this["##utc"]().ms : Number.NaN;
  }

  getFullYear(): number {
    return this["##valid"]() ? this["##local"]().year : Number.NaN;
  }

  getYear(): number {
    return this.getFullYear() - 1900;
  }

  getMonth(): number {
    return this["##valid"]() ? this["##local"]().month : Number.NaN;
  }

  getDate(): number {
    return this["##valid"]() ? this["##local"]().day : Number.NaN;
  }

  getDay(): number {
    return this["##valid"]() ? this["##local"]().weekday : Number.NaN;
  }

  getHours(): number {
    return this["##valid"]() ? this["##local"]().hour : Number.NaN;
  }

  getMinutes(): number {
    return this["##valid"]() ? this["##local"]().minute : Number.NaN;
  }

  getSeconds(): number {
    return this["##valid"]() ? this["##local"]().second : Number.NaN;
  }

  getMilliseconds(): number {
    return this["##valid"]() ? this["##local"]().ms : Number.NaN;
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
}

function checkLocale(locale: string | undefined, options: unknown): void {
  if ((locale !== undefined && locale !== "en-US") || options !== undefined)
    stop(unsupportedStop, "dates in other locales than en-US, or with options");
}

/** A text on its way through `parsed`. */
class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Exactly so many digits, as a number; -1 if there are others. */
  digits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      const unit = this.at + i < this.text.length ? this.text.charCodeAt(this.at + i) : 0;
      if (unit < 48 || unit > 57) return -1;
      value = value * 10 + unit - 48;
    }
    this.at += count;
    return value;
  }

  take(letter: string): boolean {
    if (this.text.charAt(this.at) !== letter) return false;
    this.at++;
    return true;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }
}

/** Date.parse: the format of the language, or of what dates print themselves as. */
function parsed(text: string): number {
  const iso = parsedIso(text);
  return iso === undefined ? parsedWords(text) : iso;
}

/** `2024-01-02T03:04:05.678Z` and its shorter forms; undefined if the text is of another form. */
function parsedIso(text: string): number | undefined {
  const s = new Scanner(text);
  const sign = s.take("+") ? 1 : s.take("-") ? -1 : 0;
  let year = s.digits(sign === 0 ? 4 : 6);
  if (year < 0) return undefined;
  if (sign < 0) year = -year;
  let month = 1;
  let day = 1;
  if (s.take("-")) {
    month = s.digits(2);
    if (month < 1 || month > 12) return undefined;
    if (s.take("-")) {
      day = s.digits(2);
      if (day < 1 || day > 31) return undefined;
    }
  }
  if (s.done) return clipped(timeOf(year, month - 1, day, 0, 0, 0, 0));
  if (!s.take("T") && !s.take(" ")) return undefined;
  const isStrict = text.charAt(s.at - 1) === "T";
  const hour = s.digits(2);
  if (hour < 0 || hour > 24 || !s.take(":")) return undefined;
  const minute = s.digits(2);
  if (minute < 0 || minute > 59) return undefined;
  let second = 0;
  let ms = 0.0;
  if (s.take(":")) {
    second = s.digits(2);
    if (second < 0 || second > 59) return undefined;
    if (s.take(".")) {
      let weight = 100.0;
      let digit = s.digits(1);
      if (digit < 0) return undefined;
      while (digit >= 0) {
        ms += digit * weight;
        weight /= 10;
        digit = s.digits(1);
      }
      ms = Math.floor(ms + 1e-6);
    }
  }
  if (hour === 24 && (minute > 0 || second > 0 || ms > 0)) return undefined;
  const time = timeOf(year, month - 1, day, hour, minute, second, ms);
  if (s.done) return clipped(universalOf(time));
  if (s.take("Z")) return s.done ? clipped(time) : undefined;
  const ahead = s.take("+") ? 1 : s.take("-") ? -1 : 0;
  if (ahead === 0 || !isStrict) return undefined;
  const hours = s.digits(2);
  if (hours < 0 || !s.take(":")) return undefined;
  const minutes = s.digits(2);
  if (minutes < 0 || !s.done) return undefined;
  return clipped(time - ahead * (hours * 60 + minutes) * 60000);
}

/** `Tue Jan 02 2024 03:04:05 GMT+0000 (…)`, `Jan 2, 2024`, `2 January 2024 10:00`, `1/2/2024`. */
function parsedWords(given: string): number {
  const open = given.indexOf("(");
  const text = (open < 0 ? given : given.slice(0, open)).replaceAll(",", " ");
  let month = -1;
  let zone: number | undefined;
  const numbers: number[] = [];
  let time = 0;
  let known = true;
  for (const word of text.split(" ")) {
    if (word === "") continue;
    const name = word.slice(0, 3).toLowerCase();
    const place = monthNames.findIndex((one) => one.toLowerCase() === name);
    if (place >= 0) {
      month = place;
    } else if (dayNames.some((one) => one.toLowerCase() === name)) {
      // The day of the week says nothing.
    } else if (word.includes(":")) {
      const parts = word.split(":").map(Number);
      if (parts.length > 3 || parts.some((one) => !(one >= 0))) known = false;
      time = parts[0]! * 3600000 + parts[1]! * 60000 + (parts.length > 2 ? parts[2]! * 1000 : 0);
    } else if (word.includes("/")) {
      const parts = word.split("/").map(Number);
      if (parts.length !== 3 || parts.some((one) => !(one > 0))) known = false;
      else if (parts[0]! > 31) {
        numbers.push(parts[2]!, parts[0]!);
        month = parts[1]! - 1;
      } else {
        numbers.push(parts[1]!, parts[2]!);
        month = parts[0]! - 1;
      }
    } else if (name === "gmt" || name === "utc" || word === "Z") {
      zone = offsetOfZone(word.slice(word === "Z" ? 1 : 3));
      if (Number.isNaN(zone)) known = false;
    } else if (word === "PM" || word === "pm") {
      if (time < 43200000) time += 43200000;
    } else if (word === "AM" || word === "am") {
      if (time >= 43200000) time -= 43200000;
    } else if (Number(word) >= 0) {
      numbers.push(Number(word));
    } else {
      known = false;
    }
  }
  if (numbers.length === 0 && (!known || month < 0)) return Number.NaN;
  if (!known || month < 0 || month > 11 || numbers.length !== 2)
    stop(unsupportedStop, "Date.parse of this form; write the date as 2024-01-02T03:04:05Z");
  const yearFirst = numbers[0]! > 31;
  const year = yearFirst ? numbers[0]! : numbers[1]!;
  const day = yearFirst ? numbers[1]! : numbers[0]!;
  const local =
    timeOf(year < 50 ? 2000 + year : year < 100 ? 1900 + year : year, month, day, 0, 0, 0, 0) + time;
  return clipped(zone === undefined ? universalOf(local) : local - zone);
}

/** `+0100` in milliseconds. */
function offsetOfZone(text: string): number {
  if (text === "") return 0.0;
  const digits = Number(text.slice(1).replace(":", ""));
  const sign = text.startsWith("-") ? -1 : 1;
  return sign * (Math.floor(digits / 100) * 60 + (digits % 100)) * 60000;
}
