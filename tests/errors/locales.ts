console.log("a".localeCompare("b", "de")); // error: locales
console.log((5).toLocaleString("de")); // error: locales
