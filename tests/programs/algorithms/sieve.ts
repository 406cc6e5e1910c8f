function sieve(limit: number): number {
  const composite = new Array<boolean>(limit + 1);
  for (let i = 0; i <= limit; i++) composite[i] = false;
  let count = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = i * i; j <= limit; j += i) composite[j] = true;
  }
  return count;
}
console.log(sieve(10), sieve(1000), sieve(50000));
