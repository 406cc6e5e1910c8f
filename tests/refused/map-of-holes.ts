// stops: `map` over an array with holes
console.log(new Array<number>(2).map((x) => x + 1));
