import data from "../../package.json"; // error: Node imports JSON only where the import says so
console.log(data.name);
