const smile = "\u{1F600}";
const high = smile.slice(0, 1);
const low = smile.slice(1);
console.log(high.length, low.length, high.charCodeAt(0), low.charCodeAt(0));
console.log(high + low === smile, high + low);
console.log(low + high === smile, ("x" + high).length);
