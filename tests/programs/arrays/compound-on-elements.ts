const list = [1, 2, 3];
list[0]! += 5;
list[1]! *= 4;
list[2]! -= 0.5;
console.log(list, list[0]!++, --list[1]!, list);
