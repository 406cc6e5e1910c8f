function area(shape: any): number {
  return shape.width * shape.height;
}
class Sheet {
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}
}
const anything: any = area(new Sheet(2, 3));
console.log(anything + area({ height: 0.5, width: 4 }));
