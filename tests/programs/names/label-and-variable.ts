let outer = 0;
outer: for (let i = 0; i < 3; i++) {
  for (;;) {
    outer += i;
    if (i === 1) continue outer;
    break;
  }
}
console.log(outer);
