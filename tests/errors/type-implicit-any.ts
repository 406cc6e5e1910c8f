function show(x): void { // error: implicitly has an 'any' type
  console.log(x);
}
show(1);
