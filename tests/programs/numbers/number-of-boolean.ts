function count(flags: boolean[]): number {
  let n = 0;
  for (const flag of flags) n += Number(flag);
  return n;
}
console.log(count([true, false, true]), Number(true), Number(false));
