const xs = [1, 2, 3];
console.log(xs.pusj(4)); // error: Property 'pusj' does not exist on type 'number[]'.
