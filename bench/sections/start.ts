/** Start to end of the smallest programs, beside an empty C program. */
import { compiledC, inTurn, native, ratio, row, seconds } from "../harness.ts";

export async function start(): Promise<void> {
  const empty = await native("bench/programs/empty.ts");
  const hello = await native("bench/programs/hello.ts");
  const [c, ours, oursHello] = inTurn([[compiledC("bench/limits/empty.c")], [empty], [hello]], 200) as [
    number,
    number,
    number,
  ];
  row("empty program: start to end", seconds(ours), `C ${seconds(c)}`, ratio(ours, c));
  row("hello: start to end", seconds(oursHello), ratio(oursHello, c));
}
