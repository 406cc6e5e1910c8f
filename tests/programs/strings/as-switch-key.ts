function color(name: string): number {
  switch (name) {
    case "red":
      return 0xff0000;
    case "gr" + "een":
      return 0x00ff00;
    default:
      return 0;
  }
}
console.log(color("red"), color("green"), color("Red"), color(""));
