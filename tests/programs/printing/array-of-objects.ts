console.log([{ x: 1, y: 2 }, { x: 3, y: 4 }]);
console.log([{ name: "first", value: 1 }, { name: "second", value: 2 }, { name: "third", value: 3 }]);
