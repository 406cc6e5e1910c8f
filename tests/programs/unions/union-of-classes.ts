class Cat {
  lives = 9;
  speak(): string {
    return "meow";
  }
}
class Robot {
  serial = "r1";
  speak(): string {
    return this.serial;
  }
}
function greet(x: Cat | Robot | string): string {
  if (typeof x === "string") return x;
  return x instanceof Cat ? `${x.speak()} ${x.lives}` : x.speak();
}
console.log(greet(new Cat()), greet(new Robot()), greet("hi"));
const both: (Cat | Robot)[] = [new Robot(), new Cat()];
for (const b of both) console.log(b.speak());
