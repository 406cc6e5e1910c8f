console.log(0.1 + 0.2, 0.1 * 3, 1 - 0.9, 0.1 + 0.7);
console.log(0.1 + 0.2 === 0.3, Math.abs(0.1 + 0.2 - 0.3) < Number.EPSILON);
