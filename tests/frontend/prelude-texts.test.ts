/** Which files of the prelude are read for a program's text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { possiblyNeeded } from "../../src/frontend/checker/prelude-texts.ts";

const prelude = new Map([
  ["/p/errors.ts", "export class Error {}"],
  ["/p/dictionaries.ts", 'import { Map } from "./maps.ts";\nexport class Dictionary<V> {}'],
  ["/p/maps.ts", 'import { Table } from "./tables.ts";\nexport class Map<K, V> {}'],
  ["/p/tables.ts", "export abstract class Table {}"],
  [
    "/p/arrays.ts",
    "export function* symbolIterator() {}\nexport function with_() {}\nexport function spliceAll() {}",
  ],
  ["/p/promises.ts", "export class Promise<T> {}"],
]);

function needed(text: string): string {
  const names = [...possiblyNeeded(prelude, [text])].map((name) => name.slice(3, -3));
  return names.sort().join(" ");
}

test("errors alone, and what a text mentions with its imports", () => {
  assert.equal(needed("let i = 0; i++; x = a[i]; console.log(i);"), "errors");
  assert.equal(needed("new Map();"), "errors maps tables");
  assert.equal(needed("a.splice(1)"), "arrays errors");
  assert.equal(needed("a.with(1, 2)"), "arrays errors");
  assert.equal(needed("a[Symbol.iterator]()"), "arrays errors");
  assert.equal(needed("await f();"), "errors promises");
});

test("everything that may make names only running tells asks for dictionaries", () => {
  const texts = [
    "delete a.b",
    "x = { ...a }",
    "const { b, ...rest } = a",
    "Object.assign(a, b)",
    'x = { "a b": 1 }',
    "x = { [name]: 1 }",
    "x = { 1: 2 }",
    "a[name] = 1",
    "a[name] += 1",
    "a[name] ??= 1",
    "a[name] >>>= 1",
    "a[name]! = 1",
    "(a[name]) = 1",
    "a[name]++",
    "++a[name]",
    "--(a[name])",
    "a[name] /* why */ = 1",
    "a[name] // why\n = 1",
    "[a[name], b] = c",
    "({ x: a[name], y } = c)",
    "for (a[name] of b) f()",
  ];
  for (const text of texts) assert.match(needed(text), /dictionaries/, text);
});
