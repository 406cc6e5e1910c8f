function said(text: string, result: boolean): boolean {
  console.log(`evaluated ${text}`);
  return result;
}
console.log(said("a", false) && said("b", true));
console.log(said("c", true) || said("d", false));
console.log(said("e", true) && said("f", false) || said("g", true));
