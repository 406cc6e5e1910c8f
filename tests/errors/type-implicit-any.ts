function show(x): void { // warning: implicitly has an 'any' type
  console.log(x);
}
show(1);
