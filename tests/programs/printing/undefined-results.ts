function nothing(): void {}
console.log(nothing(), [nothing()]);
console.log(undefined, null, [undefined, null]);
