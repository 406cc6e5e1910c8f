console.log(0xff, 0XAB, 0b1011, 0o755, 1_000_000, 1e3, 1E-2, .25, 5., 0.0);
console.log(0xffffffff, 0x7fffffff, 0x1fffffffffffff);
