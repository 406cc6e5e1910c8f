function f(): number {
  for (let i = 0; i < 3; i++) {
    try {
      return i;
    } finally {
      if (i < 2) continue;
    }
  }
  return -1;
}
console.log(f());
