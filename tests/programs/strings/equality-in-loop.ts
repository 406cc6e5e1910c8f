const keys = ["red", "green", "blue"];
let position = -1;
const wanted = "gr" + "een";
for (let i = 0; i < keys.length; i++) {
  if (keys[i] === wanted) position = i;
}
console.log(position);
