let flag = false;
flag ||= true;
console.log(flag);
flag &&= 1 > 2;
console.log(flag);
let size = 0;
size ||= 5;
size &&= size + 1;
console.log(size);
