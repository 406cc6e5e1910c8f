console.log(["a", "b", "c"].join(","), ["a", "b"].join(""), ["a", "b"].join(), [1, 2.5, -0].join(" "));
console.log(["alone"].join(","), [].join(",") === "", ["", "", ""].join("-"));
