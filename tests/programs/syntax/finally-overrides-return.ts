function f(): number {
  for (;;) {
    try {
      return 1;
    } finally {
      break;
    }
  }
  return 2;
}
console.log(f());
