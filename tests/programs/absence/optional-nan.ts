// NaN is a number: it is not absent.
const values: (number | null | undefined)[] = [NaN, null, undefined, 0 / 0];
for (const v of values) console.log(v, v === null, v === undefined, v ?? "absent");
