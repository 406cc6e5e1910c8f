else console.log(1); // error: Declaration or statement expected.
