console.log((1234567.891).toLocaleString("en-US"), (5).toLocaleString("en"), (1e6).toLocaleString(undefined));
console.log(["b", "a", "Z", "ä"].sort((a, b) => a.localeCompare(b, "en")), "ä".localeCompare("z", "en-US"));
