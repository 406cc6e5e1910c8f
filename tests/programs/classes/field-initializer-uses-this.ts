class Rectangle {
  width = 3;
  height = this.width * 2;
  area = this.size();

  size(): number {
    return this.width * this.height;
  }
}
const r = new Rectangle();
console.log(r.width, r.height, r.area);
