interface Box {
  inner?: { size: number };
}
const box: Box = {};
try {
  console.log(box.inner!.size);
} catch (error) {
  console.log(`${error}`);
}
