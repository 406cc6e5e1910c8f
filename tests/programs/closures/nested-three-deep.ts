function a(x: number) {
  return (y: number) => {
    return (z: number) => x * 100 + y * 10 + z;
  };
}
console.log(a(1)(2)(3));
const f = a(9);
console.log(f(8)(7), f(0)(0));
