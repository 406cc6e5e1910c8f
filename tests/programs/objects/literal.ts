const point = { x: 1, y: 2.5, name: "p" };
point.x += 10;
console.log(point.x, point.y, point.name);
console.log(point);
