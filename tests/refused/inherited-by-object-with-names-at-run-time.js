const table = {};
for (const name of ["a", "b"]) table[name] = name;
function text(x) {
  return x.toString();
}
console.log(text(1), text(table));
