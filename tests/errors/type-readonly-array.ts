const xs: readonly number[] = [1];
xs.push(2); // error: Property 'push' does not exist on type 'readonly number[]'.
console.log(xs);
