// A stack machine over boxed numbers, whose integers live in pointers with `--tagged`.
import { tagged } from "heddle/tagged";
abstract class Value { abstract add(o: Value): Value; abstract less(o: Value): boolean; abstract show(): string; }
class Int extends Value {
  readonly value: number;
  constructor(value: number) { super(); this.value = value; }
  add(o: Value): Value { return o instanceof Int ? new Int((this.value + o.value) | 0) : o.add(this); }
  less(o: Value): boolean { return o instanceof Int && this.value < o.value; }
  show(): string { return `${this.value}`; }
}
tagged(Int);
class Float extends Value {
  readonly float: number;
  constructor(value: number) { super(); this.float = value; }
  add(o: Value): Value { return o instanceof Float ? new Float(this.float + o.float) : o instanceof Int ? new Float(this.float + o.value) : this; }
  less(o: Value): boolean { return o instanceof Float && this.float < o.float; }
  show(): string { return `${this.float}`; }
}
// A stack machine: locals and a stack of boxed values.
const code = [0, 1, 2, 3, 4, 5];
function run(limit: Value, step: Value): Value {
  const stack: Value[] = [];
  const locals: Value[] = [new Int(0), new Int(0)];
  const one = step;
  let pc = 0;
  for (;;) {
    switch (code[pc]) {
      case 0: stack.push(locals[0]!); stack.push(locals[1]!); pc++; break;
      case 1: { const b = stack.pop()!; const a = stack.pop()!; stack.push(a.add(b)); pc++; break; }
      case 2: locals[0] = stack.pop()!; pc++; break;
      case 3: stack.push(locals[1]!); stack.push(one); pc++; break;
      case 4: { const b = stack.pop()!; const a = stack.pop()!; locals[1] = a.add(b); pc++; break; }
      default: if (locals[1]!.less(limit)) { pc = 0; break; } return locals[0]!;
    }
  }
}
const n = Number(process.argv[2] ?? "1000000");
console.log(run(new Int(n), new Int(1)).show());
console.log(run(new Float(n / 100), new Float(1)).show());

