function read(k) {
  switch (k) {
    case 0:
      let y = 1;
      return y;
    default:
      return y;
  }
}
console.log(read(0));
try {
  read(1);
} catch (e) {
  console.log(e.name, e.message);
}
