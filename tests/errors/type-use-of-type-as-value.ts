interface Point { x: number }
console.log(Point); // error: 'Point' only refers to a type, but is being used as a value here.
