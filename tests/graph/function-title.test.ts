import assert from "node:assert/strict";
import { test } from "node:test";
import { functionTitle } from "../../src/graph/function-title.ts";

test("methods are named with their class, other functions alone", () => {
  const titles: [string, string, boolean, string][] = [
    ["shapes.Square.area", "area", true, "Square.area"],
    ["shapes.Square.get-area", "area", true, "Square.area"],
    ["shapes.Square.static-of", "of", false, "Square.of"],
    ["shapes.Square.static-get-unit", "unit", false, "Square.unit"],
    ["shapes.Square.#hidden", "#hidden", true, "Square.#hidden"],
    ["shapes.Square.scaled<number, lib.Unit.of#0>", "scaled", true, "Square.scaled"],
    ["shapes.Square.items.resume", "items", true, "Square.items"],
    ["shapes.Square.area~throw0", "area", true, "Square.area"],
    ["shapes.local.Inner.run", "run", true, "Inner.run"],
    ["shapes.Square.constructor", "Square", true, "Square"],
    ["shapes.closure2.code", "area", false, "area"],
    ["shapes.local", "local", false, "local"],
    ["shapes.usesThis", "usesThis", true, "usesThis"],
  ];
  for (const [name, displayName, hasThis, title] of titles)
    assert.equal(functionTitle({ name, displayName, hasThis }), title);
});
