/** How an interpreted program leaves the ordinary flow: these pass through Node as exceptions. */
import { type StopName, stops } from "../../source/stops.ts";

/** A value that the program threw, on its way to a handler. Not an Error: no stack need be taken. */
export class Thrown {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** The program stopped itself, uncatchably, where Node would have gone on. */
export class StopSignal extends Error {
  readonly code: StopName;
  readonly exitCode: number;
  /** Where in the source; empty until somebody knows. */
  place: string;

  constructor(code: StopName, message = "", place = "") {
    super(message === "" ? stops[code].sentence : message);
    this.name = "StopSignal";
    this.code = code;
    this.exitCode = stops[code].exitCode;
    this.place = place;
  }
}

/** The program asked to end: `process.exit`. */
export class ExitSignal {
  readonly exitCode: number;
  constructor(exitCode: number) {
    this.exitCode = exitCode;
  }
}
