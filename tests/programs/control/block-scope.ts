const x = 1;
{
  const x = 2;
  {
    const x = 3;
    console.log(x);
  }
  console.log(x);
}
for (let x = 10; x < 11; x++) console.log(x);
console.log(x);
