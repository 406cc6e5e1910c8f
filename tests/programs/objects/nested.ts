const config = { size: { width: 10, height: 20 }, tags: ["a", "b"] };
config.size.width++;
config.tags.push("c");
console.log(config.size.width * config.size.height, config.tags.length);
console.log(config);
