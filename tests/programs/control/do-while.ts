let i = 10;
do {
  console.log(i);
  i++;
} while (i < 10);
do {
  i--;
  if (i % 2 === 0) continue;
  console.log("odd", i);
} while (i > 5);
