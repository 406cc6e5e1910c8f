function note(n: number): number {
  console.log(`case ${n}`);
  return n;
}
switch (2 as number) {
  case note(1):
    console.log("is 1");
    break;
  case note(2):
    console.log("is 2");
    break;
  case note(3):
    console.log("is 3");
}
