import { collect, finalizer, runFinalizers } from "heddle/gc";

const saved: Resource[] = [];

class Resource {
  other: Resource | null = null;
  constructor(readonly name: string) {}
  [finalizer](): void {
    console.log("finalize", this.name, this.other?.name);
    if (this.name === "phoenix") saved.push(this);
  }
}

class Special extends Resource {
  override [finalizer](): void {
    console.log("special");
    super[finalizer]();
  }
}

function make(): void {
  const [a, b, c] = [new Resource("a"), new Resource("b"), new Resource("c")];
  c.other = a;
  a.other = b;
  const self = new Resource("self");
  self.other = self;
  new Resource("phoenix");
  new Special("s");
}

make();
for (let i = 1; i <= 4; i++) {
  console.log("collect", i);
  collect();
}
console.log(saved.length, saved[0]?.name);
saved.length = 0;
collect();
console.log(runFinalizers());
