const counts: (number | undefined)[] = [undefined, 5];
counts[0] ??= 1;
counts[1] ??= 1;
console.log(counts);
