class Wide {
  a = 1;
  b = 2.5;
  c = "c";
  d = true;
  e: number[] = [5];
  f: Wide | null = null;
  g = -0;
  h = 2 ** 40;
}
const w = new Wide();
w.f = new Wide();
w.f.b = 9;
console.log(w.a, w.b, w.c, w.d, w.e, w.f.b, w.f.f, w.g, w.h);
