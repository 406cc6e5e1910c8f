/** Times of the Gregorian calendar (ECMA-262, 21.4.1), with the time zone that the system has. */
import { zoneOffset } from "../../memory/host-services.ts";

const msPerDay = 86400000;
const furthest = 8.64e15;

/** A time in its parts, all NaN if it is; weekdays begin with Sunday, months with 0. */
export class Parts {
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

export function partsOf(time: number): Parts {
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

export function timeOf(
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
export function clipped(time: number): number {
  return Math.abs(time) <= furthest ? Math.trunc(time) + 0.0 : Number.NaN;
}

/** Milliseconds that local time is ahead of UTC. */
export function offsetAt(time: number): number {
  if (Number.isNaN(time)) return time;
  return zoneOffset(Math.floor(time / 1000)) * 60000.0;
}

export function localOf(time: number): number {
  return time + offsetAt(time);
}

/** The time of a local time; of one that a clock skips or shows twice, with the offset that was in force before. */
export function universalOf(local: number): number {
  if (!(Math.abs(local) <= furthest + msPerDay)) return Number.NaN;
  const before = offsetAt(local - msPerDay);
  const after = offsetAt(local + msPerDay);
  if (before === after) return local - before;
  if (offsetAt(local - before) === before) return local - before;
  return offsetAt(local - after) === after ? local - after : local - before;
}

/** Years 0 to 99 mean those of the twentieth century. */
export function fullYear(year: number): number {
  const short = Math.trunc(year);
  return short >= 0 && short <= 99 ? 1900 + short : year;
}
