const flag: boolean = 1 < 2;
console.log(flag * 2); // error: must be of type 'any', 'number', 'bigint' or an enum type
