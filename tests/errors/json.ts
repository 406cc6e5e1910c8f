console.log(JSON.stringify({ a: 1 })); // error: JSON is not supported
