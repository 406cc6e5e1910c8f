const a: (number | undefined)[] = [1, undefined]; const b: (number | null)[] = [1, null]; console.log(a, b);
const c: (boolean | undefined)[] = [true, undefined]; const d: (boolean | null)[] = [false, null]; console.log(c, d);
const e: (number | undefined)[] = [1.5, undefined]; const f: (number | null)[] = [1.5, null]; console.log(e, f);
const g: (string | undefined)[] = ["q", undefined]; const h: (string | null)[] = ["q", null]; console.log(g, h);
const i: (string | number | undefined)[] = ["q", undefined, 1]; const j: (string | number | null)[] = ["q", null]; console.log(i, j);
