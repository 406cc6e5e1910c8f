console.log((0.999).toFixed(2), (9.995).toFixed(2), (99.99).toFixed(1), (-9.96).toFixed(1));
console.log((1e20).toFixed(2), (1.45).toFixed(1), (8.345).toFixed(2), (1.255).toFixed(2));
