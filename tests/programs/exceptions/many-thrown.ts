let caught = 0;
for (let i = 0; i < 20000; i++) {
  try {
    if (i % 2 === 0) throw new Error(String(i));
  } catch (error) {
    caught += (error as Error).message.length;
  }
}
console.log(caught);
