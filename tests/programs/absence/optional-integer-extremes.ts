const values: (number | undefined)[] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0, undefined, -1];
for (const v of values) console.log(v, v === undefined, (v ?? 1) + 0);
