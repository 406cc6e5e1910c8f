/** How dates show: the words and forms of `Date`'s methods. */
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { offsetAt, type Parts } from "./date-calendar.ts";

export const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
export const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

export function padded(value: number, width: number): string {
  return `${value}`.padStart(width, "0");
}

export function yearText(year: number): string {
  return year < 0 ? `-${padded(-year, 6)}` : padded(year, 4);
}

export function clock({ hour, minute, second }: Parts): string {
  return `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
}

export function dateText(parts: Parts): string {
  return `${dayNames[parts.weekday]!} ${monthNames[parts.month]!} ${padded(parts.day, 2)} ${yearText(parts.year)}`;
}

/** `GMT+0100 (…)`: of the zones' long names only that of UTC is known. */
export function zoneText(time: number): string {
  const offset = offsetAt(time) / 60000;
  if (offset !== 0) stop(unsupportedStop, "the name of a time zone other than UTC");
  return "GMT+0000 (Coordinated Universal Time)";
}
