console.log(["a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"]);
console.log(["the quick brown fox jumps", "over the lazy dog and then", "runs away"]);
console.log(["the quick brown fox jumps", "over the lazy dog and then", "runs away from it all"]);
