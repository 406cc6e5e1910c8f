const primes: number[] = [];
next: for (let n = 2; n < 30; n++) {
  for (const p of primes) {
    if (n % p === 0) continue next;
  }
  primes.push(n);
}
console.log(primes.join(" "));
