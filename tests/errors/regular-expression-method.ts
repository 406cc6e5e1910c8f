console.log("a1".match(/\d/)); // error: regular expressions are not supported yet
