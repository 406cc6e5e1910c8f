// Park and Miller: the products stay within 2^53.
let seed = 1;
let sum = 0;
for (let i = 0; i < 1000; i++) {
  seed = (seed * 16807) % 2147483647;
  sum += seed % 100;
}
console.log(seed, sum);
