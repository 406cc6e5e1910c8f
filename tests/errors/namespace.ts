namespace Shapes { // error: namespaces are not supported
  export const sides = 4;
}
console.log(Shapes.sides);
