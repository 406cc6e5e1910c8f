let x = 1;
function change(): number {
  x = 100;
  return 1;
}
console.log(x + change(), x);
x = 1;
x += change();
console.log(x);
