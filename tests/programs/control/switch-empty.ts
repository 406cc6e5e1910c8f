function effect(): number {
  console.log("effect");
  return 1;
}
switch (effect()) {
}
switch (effect()) {
  default:
}
console.log("done");
