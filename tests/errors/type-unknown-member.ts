const point = { x: 1, y: 2 };
console.log(point.z); // error: Property 'z' does not exist
