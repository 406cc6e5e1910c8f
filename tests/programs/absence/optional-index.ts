function first(list: number[] | null | undefined): number {
  return list?.[0] ?? -1;
}
console.log(first([7]), first([]), first(null), first(undefined));
