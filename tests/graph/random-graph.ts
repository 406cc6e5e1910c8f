/**
 * Random graphs and programs for fast-check: every shape the data structure allows, meaningful or not. They test that
 * text and structure say the same, not that a graph makes sense.
 */
import fc from "fast-check";
import {
  type Block,
  block,
  type Constant,
  constants,
  type Exit,
  type Graph,
  graph,
  type Link,
  type Operand,
  type Variable,
  variable,
} from "../../src/graph/graph.ts";
import { type OpName, ops } from "../../src/graph/ops.ts";
import {
  type ClassInfo,
  classInfo,
  type Program,
  program,
  type StaticObject,
  type Struct,
} from "../../src/graph/program.ts";
import {
  lowTypes,
  maxSafe,
  type NumberFact,
  objectType,
  type Type,
  valueType,
} from "../../src/graph/types.ts";
import type { Span } from "../../src/source/span.ts";

/** Records like those that code makes, with the prototype of objects. */
function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

/** Names as programs have them, and the worst ones. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "m.f",
    "shapes.Square.area",
    "x",
    "x.1",
    "id<number,string>",
    "m.C.get x",
    "true",
    "-1",
    "@a",
    "",
  ),
  fc.string({ unit: "binary", maxLength: 6 }).filter((name) => name !== "__proto__"),
);

const anyNumber = fc.oneof(fc.double(), fc.constantFrom(-0, 0, 1e21, 1e300, 5e-324, Number.NaN));

const anyInt = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(-0, 2 ** 70, -(2 ** 63)));

export const anyConstant: fc.Arbitrary<Constant> = fc.oneof(
  anyInt.map(constants.int),
  anyNumber.map(constants.float),
  fc.boolean().map(constants.bool),
  fc.constantFrom(constants.undefined, constants.null, constants.nil),
  fc.string({ unit: "binary" }).map(constants.string),
  anyName.map(constants.function),
  anyName.map(constants.static),
  anyName.map(constants.typeid),
  fc
    .tuple(fc.constantFrom(...lowTypes), fc.constantFrom("undefined", "null", "true", "false"))
    .map(([type, which]) => constants.special(type, which as "true")),
);

const anyBounds = fc.tuple(anyNumber, anyNumber).map(([low, high]) => ({ low, high }));

const anyNumberFact: fc.Arbitrary<NumberFact> = fc.oneof(
  fc
    .tuple(fc.maxSafeInteger(), fc.maxSafeInteger())
    .map(([low, high]) => ({ kind: "int" as const, low, high })),
  fc.constant({ kind: "int" as const, low: -maxSafe, high: maxSafe }),
  anyBounds.map((bounds) => ({ kind: "float" as const, ...bounds })),
  anyBounds.map((bounds) => ({ kind: "float" as const, ...bounds, integral: true })),
);

export const anyType: fc.Arbitrary<Type> = fc.oneof(
  fc.constantFrom<Type>("any", ...lowTypes),
  record({
    undefined: fc.boolean(),
    null: fc.boolean(),
    boolean: fc.boolean(),
    string: fc.boolean(),
    number: fc.option(anyNumberFact, { nil: undefined }),
    objects: fc.array(anyName, { maxLength: 3 }).map((names) => objectType(...names).objects),
  }).map(valueType),
);

const anySpan: fc.Arbitrary<Span | undefined> = fc.option(
  fc.letrec<{ span: Span }>((tie) => ({
    span: fc.record(
      {
        file: fc.oneof(fc.constantFrom("a.ts", "lib/b c.ts", "C:\\x<y>.ts"), anyName),
        line: fc.nat(),
        column: fc.nat(),
        length: fc.integer({ min: 1, max: 90 }),
        inlinedAt: fc.oneof({ maxDepth: 2 }, tie("span")),
      },
      { requiredKeys: ["file", "line", "column", "length"], noNullPrototype: true },
    ),
  })).span,
  { nil: undefined },
);

const anyAttributes = fc.dictionary(
  anyName,
  fc.oneof(anyName, anyNumber, fc.boolean(), fc.array(anyName, { maxLength: 3 })),
  { maxKeys: 3, noNullPrototype: true },
);

const opNames = Object.keys(ops) as OpName[];

/** What a part of a graph may name, while it is built. */
interface Pool {
  readonly variables: readonly Variable[];
  readonly blocks: readonly Block[];
}

/** A part of a graph that is made once the pool is known: each value of an arbitrary makes a graph of its own. */
type Plan<T> = (pool: Pool) => T;

const anyOperand: fc.Arbitrary<Plan<Operand>> = fc.oneof(
  anyConstant.map((constant) => () => constant),
  fc.tuple(fc.nat(), anyConstant).map(
    ([pick, constant]) =>
      (pool: Pool) =>
        pool.variables[pick % pool.variables.length] ?? constant,
  ),
);

const anyArgs: fc.Arbitrary<Plan<Operand[]>> = fc
  .array(anyOperand, { maxLength: 3 })
  .map((args) => (pool) => args.map((arg) => arg(pool)));

const anyLink: fc.Arbitrary<Plan<Link>> = fc.tuple(fc.nat(), anyArgs).map(([pick, args]) => (pool) => ({
  target: pool.blocks[pick % pool.blocks.length] as Block,
  args: args(pool),
}));

const spanned = anySpan.map((span) => (span ? { span } : {}));

const anyCases = fc.array(fc.tuple(anyInt, anyLink), { maxLength: 3 });

const anyExit: fc.Arbitrary<Plan<Exit>> = fc.oneof(
  fc.tuple(fc.option(anyOperand, { nil: undefined }), spanned).map(([value, span]): Plan<Exit> => {
    return (pool) => ({ kind: "return", value: value?.(pool), ...span });
  }),
  anyLink.map(
    (link): Plan<Exit> =>
      (pool) => ({ kind: "jump", link: link(pool) }),
  ),
  fc
    .tuple(anyOperand, anyLink, anyLink, fc.constantFrom({}, { likely: true }, { likely: false }))
    .map(([condition, then, otherwise, likely]): Plan<Exit> => {
      return (pool) => ({
        kind: "branch",
        condition: condition(pool),
        then: then(pool),
        else: otherwise(pool),
        ...likely,
      });
    }),
  fc.tuple(anyOperand, anyCases, anyLink).map(([value, cases, otherwise]): Plan<Exit> => {
    return (pool) => ({
      kind: "switch",
      value: value(pool),
      cases: cases.map(([one, link]) => ({ value: one, link: link(pool) })),
      otherwise: otherwise(pool),
    });
  }),
  fc.tuple(anyLink, anyLink, anyName, anyType).map(([normal, handler, name, type]): Plan<Exit> => {
    return (pool) => {
      const caught = variable(name, type);
      const inside = { ...pool, variables: [...pool.variables, caught] };
      return { kind: "except", normal: normal(pool), caught, handler: handler(inside) };
    };
  }),
  fc.tuple(anyOperand, spanned).map(([value, span]): Plan<Exit> => {
    return (pool) => ({ kind: "raise", value: value(pool), ...span });
  }),
  fc.tuple(anyName, fc.string({ unit: "binary" }), spanned).map(
    ([code, message, span]): Plan<Exit> =>
      () => ({ kind: "stop", code, message, ...span }),
  ),
  fc.constant<Plan<Exit>>(() => ({ kind: "unreachable" })),
);

const anyDefinition = fc.tuple(anyName, anyType);

const anyBlock = record({
  params: fc.array(anyDefinition, { maxLength: 3 }),
  operations: fc.array(
    record({
      op: fc.constantFrom(...opNames),
      args: anyArgs,
      result: fc.option(anyDefinition, { nil: undefined }),
      attributes: anyAttributes,
      span: anySpan,
    }),
    { maxLength: 4 },
  ),
  exit: anyExit,
});

/** Blocks whose links go anywhere among them and whose operands are anybody's. */
const anyBlocks: fc.Arbitrary<Block[]> = fc.array(anyBlock, { maxLength: 4 }).map((plans) => {
  const define = ([name, type]: [string, Type]) => variable(name, type);
  const made = plans.map((plan) => ({ plan, block: block(plan.params.map(define)) }));
  const results = plans.map((plan) => plan.operations.map(({ result }) => result && define(result)));
  const pool: Pool = {
    variables: [
      ...made.flatMap((one) => one.block.params),
      ...results.flat().filter((one) => one !== undefined),
    ],
    blocks: made.map((one) => one.block),
  };
  for (const [at, { plan, block: target }] of made.entries()) {
    target.operations = plan.operations.map((operation, index) => ({
      ...operation,
      args: operation.args(pool),
      result: results[at]?.[index],
    }));
    target.exit = plan.exit(pool);
  }
  return pool.blocks as Block[];
});

export const anyGraph: fc.Arbitrary<Graph> = record({
  name: anyName,
  displayName: anyName,
  blocks: anyBlocks,
  result: anyType,
  captures: fc.nat(9),
  hasThis: fc.boolean(),
  typeParameters: fc.array(anyName, { maxLength: 2 }),
  system: fc.boolean(),
  notes: fc.dictionary(anyName, anyName, { maxKeys: 3, noNullPrototype: true }),
  span: anySpan,
}).map((parts) => graph(parts.name, parts));

const anyMembers = fc.array(fc.tuple(anyName, anyName), { maxLength: 2 }).map((pairs) => new Map(pairs));

const anyField = record({ name: anyName, type: anyType, definite: fc.boolean(), span: anySpan });

const optionalName = fc.option(anyName, { nil: undefined });

const anyClass: fc.Arbitrary<ClassInfo> = record({
  name: anyName,
  kind: fc.constantFrom("class", "literal", "array", "closure", "cell"),
  displayName: anyName,
  parent: optionalName,
  fields: fc.array(anyField, { maxLength: 3 }),
  methods: anyMembers,
  getters: anyMembers,
  setters: anyMembers,
  element: anyType,
  holes: fc.boolean(),
  resized: fc.boolean(),
  function: optionalName,
  typeParameters: fc.array(anyName, { maxLength: 2 }),
  cloneOf: optionalName,
  span: anySpan,
}).map((parts) => classInfo(parts.name, parts.kind as "class", parts as Partial<ClassInfo>));

const anyStorage = fc.constantFrom(
  ...lowTypes,
  "u8" as const,
  "u16" as const,
  "u32" as const,
  "i32" as const,
);

const anyStruct: fc.Arbitrary<Struct> = record({
  name: anyName,
  displayName: anyName,
  parent: optionalName,
  fields: fc.array(record({ name: anyName, type: anyStorage }), { maxLength: 3 }),
  item: fc.option(anyStorage, { nil: undefined }),
  zeroed: fc.boolean(),
  vtable: fc.array(optionalName, { maxLength: 3 }),
});

const anyGlobal = record({
  name: anyName,
  type: anyType,
  initial: fc.option(anyConstant, { nil: undefined }),
  span: anySpan,
});

const anyStatic: fc.Arbitrary<StaticObject> = record({
  name: anyName,
  struct: anyName,
  fields: fc.dictionary(anyName, anyConstant, { maxKeys: 3, noNullPrototype: true }),
  items: fc.array(anyConstant, { maxLength: 30 }),
});

function anyMap<T extends { readonly name: string }>(one: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> {
  return fc.array(one, { maxLength: 3 }).map((list) => new Map(list.map((entry) => [entry.name, entry])));
}

export const anyProgram: fc.Arbitrary<Program> = record({
  level: fc.constantFrom("high" as const, "typed" as const, "low" as const, "woven" as const),
  entry: anyName,
  functions: anyMap(anyGraph),
  classes: anyMap(anyClass),
  structs: anyMap(anyStruct),
  globals: anyMap(anyGlobal),
  statics: anyMap(anyStatic),
}).map((parts) => ({ ...program(parts.level, parts.entry), ...parts }));
