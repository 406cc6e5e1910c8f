/** A log's sections as what they mean: phases of the program, pauses, minor and major collections. */
import type { Log, Section } from "./read-log.ts";

export interface Phase {
  readonly name: string;
  /** Nanoseconds since the log began. */
  readonly start: number;
  readonly end: number;
}

/** Each phase lasts until the next one, the last to the end. */
export function phasesOf(log: Log): Phase[] {
  const marks = log.sections.filter(({ name }) => name === "phase");
  return marks.map(({ start, label }, index) => ({
    name: label ?? "",
    start,
    end: marks[index + 1]?.start ?? log.length,
  }));
}

/** A section of a minor or of a major collection. */
export function kindOf({ name }: Section): "minor" | "major" | undefined {
  if (name === "gc-minor") return "minor";
  return name.startsWith("gc-collect") ? "major" : undefined;
}

/** How much of the young objects survived, in bytes. */
export function survival(sections: readonly Section[]): { survived: number; young: number } {
  let survived = 0;
  let young = 0;
  for (const { numbers } of sections) {
    survived += numbers.get("total size of surviving objects") ?? 0;
    young += numbers.get("total size of young objects") ?? 0;
  }
  return { survived, young };
}

export interface Pause {
  readonly kind: "minor" | "major";
  /** Nanoseconds since the log began. */
  readonly start: number;
  readonly seconds: number;
}

/** What a section goes on with that stands right behind another one. */
const goesOn: Readonly<Record<string, string>> = {
  "gc-collect-step": "gc-minor",
  "gc-collect-done": "gc-collect-step",
};

/**
 * Where the program stood still, and how long: a minor collection and the step of a major one behind it are one pause, of
 * the kind that took most of it.
 */
export function pausesOf(sections: readonly Section[]): Pause[] {
  const pauses: (Pause & { longest: number })[] = [];
  let before = "";
  for (const section of sections) {
    const kind = kindOf(section);
    if (kind === undefined) continue;
    const { name, start, seconds } = section;
    const last = goesOn[name] === before ? pauses.pop() : undefined;
    before = name;
    if (!last) pauses.push({ kind, start, seconds, longest: seconds });
    else
      pauses.push({
        kind: seconds > last.longest ? kind : last.kind,
        start: last.start,
        seconds: last.seconds + seconds,
        longest: Math.max(seconds, last.longest),
      });
  }
  return pauses;
}
