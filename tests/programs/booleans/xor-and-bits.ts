const a: boolean = true;
for (const b of [true, false]) {
  console.log(a !== b, Number(a) & Number(b), Number(a) ^ Number(b), Number(a) + Number(b));
}
