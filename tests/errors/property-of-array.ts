const list: any = [1, 2, 3];
list.total = 6; // error: the property `total` is added to an array
console.log(list.total);
