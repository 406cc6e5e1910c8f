let seed = 42;
for (let i = 0; i < 10; i++) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  console.log(seed);
}
