import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, inMain } from "./annotated.ts";

/** A loop from 0 while `i < bound`, with `steps` in its body; `sum` goes around. */
const loop = (steps: string, next: string, start = "0"): ReturnType<typeof annotated> =>
  annotated(`
func @main {
b0():
  jump b1(0, ${start})
b1(i, sum):
  t = less i, 100
  branch t, b2, b3
b2():
  i1 = refine{test=less} i, 100
${steps}
  i2 = add i1, 1
  jump b1(i2, ${next})
b3():
  return
}`);

test("a counter that a constant bounds is an integer with its exact range", () => {
  const found = loop("", "sum");
  assert.equal(found.variable("main", "i"), "int[0..100]");
  assert.equal(found.variable("main", "i2"), "int[1..100]");
});

test("a sum that grows by small steps stays an integer", () => {
  const found = loop("  next = add sum, i1", "next");
  assert.equal(found.variable("main", "sum"), "int[0..]");
});

test("adding two values that both grow makes a double", () => {
  const found = loop("  next = add sum, sum", "next", "1");
  assert.equal(found.variable("main", "sum"), "number");
});

test("growth by multiplication makes a double", () => {
  const found = loop("  next = mul sum, 3", "next", "1");
  assert.equal(found.variable("main", "sum"), "number");
});

test("bit operations bring growth back to 32 bits", () => {
  const found = loop("  a = mul sum, 31\n  b = add a, i1\n  next = bit_or b, 0", "next");
  assert.equal(found.variable("main", "sum"), "int[-2147483648..2147483647]");
});

test("a literal written as a float makes a double of what it reaches", () => {
  const found = loop("  next = add sum, i1", "next", "0.0");
  assert.equal(found.variable("main", "sum"), "number");
});

test("a linear congruential generator multiplies in doubles and masks to an integer", () => {
  const found = loop(
    "  a = mul sum, 1103515245\n  b = add a, 12345\n  next = bit_and b, 2147483647",
    "next",
    "42",
  );
  assert.equal(found.variable("main", "sum"), "int[0..2147483647]");
  assert.match(found.variable("main", "a"), /^integral\[0\.\./);
});

test("division is a double, and its floor an integer again", () => {
  const found = loop("  a = div i1, 2\n  b = call_builtin{name=Math.floor} a\n  c = bit_or a, 0", "sum");
  assert.equal(found.variable("main", "a"), "number");
  assert.equal(found.variable("main", "b"), "int[0..49]");
  assert.equal(found.variable("main", "c"), "int[0..49]");
});

test("a remainder is an integer if the divisor is not zero", () => {
  const found = loop("  a = mod i1, 7\n  b = mod 7, i1", "sum");
  assert.equal(found.variable("main", "a"), "int[0..6]");
  assert.equal(found.variable("main", "b"), "number");
});

test("a divisor that a branch has shown not to be zero is not", () => {
  const found = annotated(`
func @main {
b0():
  r = call{function=gcd} 12, 18
  return
}
func @gcd {
b0(x, y):
  jump b1(x, y)
b1(a, b):
  t = strict_not_equal b, 0
  branch t, b2, b3
b2():
  c = mod a, b
  jump b1(b, c)
b3():
  return a
}`);
  assert.equal(found.result("gcd"), "int[0..18]");
});

test("the product of a random number and a bound floors to an index", () => {
  const found = inMain(
    "r = call_builtin{name=Math.random}",
    "s = mul r, 6",
    "d = call_builtin{name=Math.floor} s",
  );
  assert.equal(found.variable("main", "d"), "int[0..6]");
});

test("-0 makes a double only where somebody sees it", () => {
  const found = loop(
    "  hidden = neg i1\n  k = bit_or hidden, 1\n  seen = neg i1\n  d = div 1, seen\n  o = call_builtin{name=console.log} d",
    "sum",
  );
  assert.equal(found.variable("main", "hidden"), "int[-99..0]");
  assert.equal(found.variable("main", "seen"), "integral[-99..0]");
});

test("-0 is seen through arithmetic and memory", () => {
  const found = annotated(`
global @g
func @main {
b0():
  r = call_builtin{name=Math.random}
  i = bit_or r, 0
  a = mul i, -1
  set_global{name=g} a
  b = get_global{name=g}
  c = add b, 0
  o = call_builtin{name=console.log} c
  p = call_builtin{name=console.log} b
  return
}`);
  assert.equal(found.variable("main", "a"), "integral[-1..0]");
});

test("undefined in arithmetic is NaN, an out-of-range read stops", () => {
  const found = annotated(`
func @main {
b0():
  a = call{function=f} 1
  b = call{function=f}
  return
}
func @f {
b0(x):
  t = strict_equal x, undefined
  y = add x, 1
  return y
}`);
  assert.equal(found.variable("f", "y"), "number");
});

test("Number of a string is a double, a safe integer after the test", () => {
  const found = inMain(
    'a = call_builtin{name=Number} "12"',
    "b = refine{test=safe_integer} a",
    "c = add b, 1",
  );
  assert.equal(found.variable("main", "a"), "number");
  assert.equal(found.variable("main", "b"), "int[..]");
  assert.equal(found.variable("main", "c"), "int[-9007199254740990..]");
});

test("the opposite of a comparison with what may be NaN shows nothing", () => {
  const found = inMain(
    'n = call_builtin{name=Number} "x"',
    "r = call_builtin{name=Math.random}",
    "i = bit_or r, 0",
    "a = refine{test=greater_equal, unordered=true} i, n",
    "b = refine{test=less} i, 1",
  );
  assert.equal(found.variable("main", "a"), "int[0..1]");
  assert.equal(found.variable("main", "b"), "int[0..0]");
});

test("a character code that may be out of range is a double where a comparison can see NaN", () => {
  const found = annotated(`
func @main {
b0():
  r = call{function=f} "abc", 5
  return
}
func @f {
b0(s, i):
  a = call_method{name=charCodeAt} s, i
  t = less a, 65
  b = call_method{name=charCodeAt} s, i
  h = bit_xor b, 1
  n = get_property{name=length} s
  u = less i, n
  branch u, b1, b2
b1():
  j = refine{test=less} i, n
  c = call_method{name=charCodeAt} s, j
  v = less c, 65
  return c
b2():
  return 0
}`);
  assert.equal(found.variable("f", "a"), "number");
  assert.equal(found.variable("f", "b"), "int[0..65535]");
  assert.equal(found.variable("f", "c"), "int[0..65535]");
});

test("system code keeps its integers", () => {
  const found = annotated(`
func @main system {
b0():
  jump b1(1, 0.5)
b1(i, x):
  i1 = mul i, 31
  t = less i1, 0
  branch t, b2, b3
b2():
  x1 = mul x, x
  y = neg i1
  jump b1(i1, x1)
b3():
  return
}`);
  assert.match(found.variable("main", "i"), /^int/);
  assert.match(found.variable("main", "y"), /^int/);
  assert.equal(found.variable("main", "x"), "number");
});
