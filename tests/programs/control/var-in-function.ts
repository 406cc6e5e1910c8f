function f(n: number): number {
  var total = 0;
  for (var i = 0; i < n; i++) {
    var square = i * i;
    total += square;
  }
  return total + i;
}
console.log(f(4), f(1));
