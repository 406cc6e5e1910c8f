let i = 5;
console.log(i++, i, ++i, i, i--, --i);
let f = 0.5;
console.log(f++, f, --f, f);
const array = [1, 2, 3];
let k = 0;
array[k++]!++;
++array[k]!;
console.log(array, k);
