/** Each method that puts elements into an array is the only one to give it what it holds. */
class Point {
  constructor(readonly x: number) {}
}
const none = (): (number | string | boolean | Point | object | undefined)[] => [];

console.log([new Point(1)].concat(new Point(2), [new Point(3)]));
console.log(([] as object[]).concat({ y: 1 }, [{ z: 2 }]));
console.log(([1] as (number | string)[]).concat("a", 2.5, ["b"]));
console.log([1, 2].concat(0.5), [1].concat(-0), [true].concat(false), ([] as string[]).concat("x"));
console.log([1, 2].concat([3], parseFloat("none")), ([] as Point[]).concat(new Point(4)));
let large = [1];
for (let i = 0; i < 3; i++) large = large.concat(large[large.length - 1]! * 1e15);
console.log(large);

const pushed: (number | Point)[] = [1];
pushed.push(0.5, new Point(1));
const unshifted: (number | string)[] = [1];
unshifted.unshift("a", 1.5);
const spliced: (number | object)[] = [1, 2, 3];
console.log(pushed, unshifted, spliced.splice(1, 1, { a: 1 }, 0.25), spliced);
console.log(([1, 2, 3] as (number | string)[]).fill("f", 1), ([1, 2] as (number | Point)[]).fill(new Point(9), 0, 1));
console.log(([1, 2] as (number | Point)[]).with(1, new Point(3)), ([1, 2] as (number | string)[]).toSpliced(0, 1, "s", -0.5));
console.log(Array.of<number | Point>(1, new Point(5)), Array.from([1, 2], (x) => (x > 1 ? new Point(x) : x / 4)));
console.log([[1], [new Point(6)], ["t"]].flat(), [1, 2].flatMap<number | Point>((x) => (x > 1 ? [new Point(x)] : [x / 2])));
const written = none();
written[0] = 1.5;
written[1] = { b: 2 };
written.length = 1;
written[1] = "end";
console.log(written, none().concat(none(), 1, [2, "u"]), [...none(), new Point(7), 0.125]);
