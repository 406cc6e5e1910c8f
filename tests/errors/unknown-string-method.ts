console.log("a".localeCompare("b", "de")); // error: localeCompare
