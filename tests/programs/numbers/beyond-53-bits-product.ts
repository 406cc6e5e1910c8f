let product = 1;
for (let i = 1; i <= 30; i++) {
  product *= i;
  if (i > 15) console.log(i, product);
}
