interface Size {
  width: number;
  height: number;
}
function pick(size: Size, key: "width" | "height"): number {
  return key === "width" ? size.width : size.height;
}
console.log(pick({ width: 3, height: 4 }, "width"), pick({ width: 3, height: 4 }, "height"));
