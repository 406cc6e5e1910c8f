console.log("a"; // error: ')' expected
