console.log(JSON.stringify({ a: 1 })); // error: JSON.stringify is not supported
