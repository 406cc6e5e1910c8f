const xs: number[] = [1, 2];
xs.push("three"); // error: Argument of type 'string' is not assignable to parameter of type 'number'.
console.log(xs);
