const { a, b } = { a: 1 }; // error: Property 'b' does not exist on type '{ a: number; }'.
console.log(a, b);
