function show(flag: boolean | null | undefined): string {
  if (flag) return "true";
  return flag === false ? "false" : flag === null ? "null" : "undefined";
}
console.log(show(true), show(false), show(null), show(undefined));
