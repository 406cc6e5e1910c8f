console.log("a,b,c,d".split(",", 2), "a,b".split(",", 0), "a,b".split(",", 10));
