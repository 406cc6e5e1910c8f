console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (2 ** 53).toString(16));
