/** The programs that show what a pass is worth, each with the work for counting and for measuring time. */

export interface Program {
  readonly name: string;
  /** Its source, from the package's root. */
  readonly file: string;
  /** Arguments for counting instructions and objects, and for measuring time. */
  readonly short: readonly string[];
  readonly long: readonly string[];
}

function example(name: string, short: string, long: string): Program {
  return { name, file: `examples/${name}.ts`, short: [short], long: [long] };
}

function benchmark(name: string, short: string, long: string): Program {
  return { name, file: `bench/programs/${name}.ts`, short: [short], long: [long] };
}

export const programs: readonly Program[] = [
  example("pystone", "5000", "1000000"),
  example("richards", "20", "4000"),
  example("deltablue", "3", "1000"),
  example("bytecode", "1", "300"),
  example("gcbench", "8", "15"),
  example("json", "1", "100"),
];

/** Only about objects of marked classes, which none of the others has. */
export const taggedProgram = benchmark("boxed-numbers", "20000", "10000000");

/** The same function of two objects' classes: by `heddle/dispatch`, and by methods that call each other. */
export const dispatchPrograms = {
  tables: benchmark("multimethods", "20", "5000"),
  chained: benchmark("double-dispatch", "20", "5000"),
};
