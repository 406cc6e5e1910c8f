/** Date.parse: texts to times. */
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { clipped, timeOf, universalOf } from "./date-calendar.ts";
import { dayNames, monthNames } from "./date-texts.ts";

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
export function parsed(text: string): number {
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
