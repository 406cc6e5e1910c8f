class Plain {}
console.log(`${new Plain()}`, String({ a: 1 }), "" + {});
