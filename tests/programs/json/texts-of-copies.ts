// What JSON and `inspect` show counts as looked at, as what `console.log` shows does: nothing here is printed otherwise.
import { inspect } from "node:util";
class Failure {
  constructor(
    readonly message: string,
    readonly details = {},
  ) {}
  toJSON(): object {
    return { error: this.message, ...this.details };
  }
}
const failures = [new Failure("a", { id: 5 }), new Failure("b", { account: 5, amount: 1.5 }), new Failure("c")];
console.log(failures.map((one) => JSON.stringify(one)).join("\n"));
const withAge = (one: object): object => ({ age: 1, ...one });
for (const one of [{ name: "n" }, { size: 2, weight: 3 }]) console.log(inspect(withAge(one)));
const given = {
  get now(): object {
    return { first: 0, ...(failures.length > 2 ? { second: 1 } : { third: 2 }) };
  },
};
console.log(JSON.stringify(given));

// Objects of both forms that JSON.parse gives, copied.
const copy = (one: any): any => ({ ...one });
console.log(copy({ key: "k" }), copy(JSON.parse('{"key":"p","price":3}')), { ...JSON.parse('[{"b":1,"a":{}}]')[0] });
console.log(Object.assign({ a: 0 }, JSON.parse('{"a":1,"2":2}')), { ...JSON.parse('{"a":1,"a":2,"10":3}'), z: 0 });
