const nothing: string | null = null;
const missing: number | undefined = undefined;
console.log(`${1.5} ${-0} ${true} ${nothing} ${missing} ${NaN} ${1e21}`);
