const numbers = [10, 20, 30];
console.log(numbers[0], numbers[2], numbers.length);
numbers[1] = 25;
console.log(numbers);
