let calls = 0;
function yes(): boolean {
  calls++;
  return true;
}
function show(a: boolean, b: boolean, c: number): void {
  console.log(a, b, c, calls);
}
show(yes() || yes(), !yes() && yes(), calls);
show(false && yes(), true || yes(), calls);
