console.log("a".normalize()); // error: normalize
