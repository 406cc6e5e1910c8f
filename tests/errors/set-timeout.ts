setTimeout(() => console.log("later"), 10); // error: setTimeout
