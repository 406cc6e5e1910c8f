console.log((1.005).toFixed(2), (2.5).toFixed(0), (3.5).toFixed(0), (-2.5).toFixed(0));
console.log((0).toFixed(2), (-0).toFixed(2), (123.456).toFixed(1), (0.000001).toFixed(7));
console.log((1234.5678).toFixed(3), (10).toFixed(3), (-1.5).toFixed(0), (0.5).toFixed(0));
