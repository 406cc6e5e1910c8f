const list = [1, 2];
list.forEach((n) => {
  if (list.length < 10) list.push(n * 10);
});
console.log(list);
