console.log(Object.is(0, -0), Object.is(-0, -0), Object.is(NaN, NaN), Object.is(1, 1), Object.is("a", "a"));
