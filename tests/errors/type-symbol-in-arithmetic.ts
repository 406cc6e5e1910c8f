console.log(1 + ({} as symbol)); // error: Operator '+' cannot be applied to types 'number' and 'symbol'.
