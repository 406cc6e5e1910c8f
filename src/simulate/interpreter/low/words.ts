/** Rows of words: what src/memory/bigint-primitives.ts does on Node, on words in the memory of a program. */
import type { Operation } from "../../../graph/graph.ts";
import { lowTypeOf } from "../../../graph/operand-type.ts";
import type { LowOpName } from "../../../graph/ops.ts";
import type { Struct } from "../../../graph/program.ts";
import { bigIntStruct } from "../../../graph/well-known.ts";
import * as primitives from "../../../memory/bigint-primitives.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { Compiled } from "../code.ts";
import type { Places } from "../compile.ts";
import type { LowContext } from "./compiling.ts";
import type { Heap } from "./heap.ts";

type Row = (...args: never[]) => number | undefined;

type WordOpName = Extract<LowOpName, `words_${string}`>;

const rows: Record<WordOpName, Row> = {
  words_add: primitives.addWords as Row,
  words_subtract: primitives.subtractWords as Row,
  words_multiply_add: primitives.multiplyAddWords as Row,
  words_multiply_subtract: primitives.multiplySubtractWords as Row,
  words_shift_left: primitives.shiftWordsLeft as Row,
  words_shift_right: primitives.shiftWordsRight as Row,
  words_divide: primitives.divideWords as Row,
  words_guess: primitives.guessQuotient as Row,
  words_leading_zeros: primitives.leadingZeros as Row,
};

function structOf(context: LowContext): Struct {
  const struct = context.program.structs.get(bigIntStruct);
  if (!struct) throw new InternalFault(`struct ${bigIntStruct} is not in the program`);
  return struct;
}

/** Words among the bytes of an object in the program's memory. */
class HeapWords extends primitives.Words {
  readonly #object: unknown;
  readonly #struct: Struct;
  readonly #heap: Heap;

  constructor(object: unknown, struct: Struct, heap: Heap) {
    super();
    this.#object = object;
    this.#struct = struct;
    this.#heap = heap;
  }

  get(index: number): bigint {
    const read = this.#heap.unitReader(this.#struct, 1);
    let word = 0n;
    for (let i = 7; i >= 0; i--) word = (word << 8n) | BigInt(read(this.#object, 8 * index + i));
    return word;
  }

  set(index: number, word: bigint): void {
    const write = this.#heap.unitWriter(this.#struct, 1);
    for (let i = 0; i < 8; i++) write(this.#object, 8 * index + i, Number((word >> BigInt(8 * i)) & 255n));
  }
}

function row(op: WordOpName): (places: Places, context: LowContext, operation: Operation) => Compiled {
  return ({ args, result }, context, operation) => {
    const struct = structOf(context);
    const isRef = operation.args.map((one) => lowTypeOf(one) === "ref");
    return (r) => {
      const given = args.map((place, i) =>
        isRef[i] ? new HeapWords(r[place], struct, context.heap) : r[place],
      );
      r[result] = rows[op](...(given as never[]));
    };
  };
}

export const wordOperations = Object.fromEntries(
  (Object.keys(rows) as WordOpName[]).map((op) => [op, row(op)]),
) as Record<WordOpName, ReturnType<typeof row>>;
