function f(n: number): number {
  let x;
  if (n > 2) x = n;
  else x = n / 4;
  return x + 1;
}
for (let i = 0; i < 5; i++) console.log(f(i));
