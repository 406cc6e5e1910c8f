// A text may need one or two bytes a character; joining them must keep both.
const latin = "café";
const wide = "日本語";
const both = latin + "/" + wide;
console.log(both, both.length, both.slice(0, 4) === latin, both.slice(5) === wide);
console.log(both.indexOf("é"), both.indexOf("語"), latin < wide);
