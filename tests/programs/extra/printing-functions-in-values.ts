function named(): void {}
console.log([1, named, () => 1], { f: named, g: () => 2 });
console.log(named, () => 1);
