const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
console.log(factorial(5), factorial(20));
