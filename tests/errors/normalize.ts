console.log("é".normalize("NFD")); // error: `normalize` of strings is not supported
