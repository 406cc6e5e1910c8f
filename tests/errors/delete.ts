const point: { x?: number } = { x: 1 };
delete point.x; // error: delete is refused
console.log(point);
