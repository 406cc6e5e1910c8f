const array = [10, 20];
const index = -0;
console.log(array[index], array[0 * -1]);
