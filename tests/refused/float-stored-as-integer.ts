// stops: an integer leaves its range
const list = [1, 2, 3];
const factor = Number("9007199254740993");
list[0] = list[1]! * factor;
console.log(list[0]);
