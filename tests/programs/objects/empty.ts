const empty = {};
const other: object = empty;
const third: object = {};
console.log(empty, other === empty, third === empty);
