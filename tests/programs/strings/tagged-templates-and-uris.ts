console.log(String.raw`a\n${1 + 1}\u0041`, String.raw`plain\t`);
let last: unknown;
function tag(strings: TemplateStringsArray, ...values: (number | string)[]): string {
  console.log(strings === last);
  last = strings;
  let out = strings[0]!;
  for (let i = 0; i < values.length; i++) out += `<${values[i]}>` + strings[i + 1];
  return out;
}
for (let i = 0; i < 3; i++) console.log(tag`x${i}y${"s"}z`);
console.log(tag`no values`);
function plain(strings: TemplateStringsArray, a: number, b: number) { return strings.length + a + b; }
console.log(plain`${1}${2}`);
const o = { p: 3, f(s: TemplateStringsArray, v: number) { return s.join("|") + v * this.p; } };
console.log(o.f`q${7}r`);
console.log(encodeURIComponent("a b&c=é€😀/?"), encodeURI("http://x.y/a b?q=é#h"), decodeURIComponent("%F0%9F%98%80%20%C3%A9"), decodeURI("%2F%20%E2%82%AC"));
for (const bad of ["%", "%zz", "%C3", "%C3%28", "%FF", "%ED%A0%80"]) {
  try { console.log(decodeURIComponent(bad)); } catch (e) { console.log(bad, e instanceof URIError, (e as Error).message); }
}
try { encodeURIComponent("\ud800"); } catch (e) { console.log(e instanceof URIError, (e as Error).message); }
console.log(["a b", "ü"].map(encodeURIComponent));
