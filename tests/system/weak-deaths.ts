import { collect, stats } from "heddle/gc";

class Named {
  constructor(readonly name: string) {}
}

const rest = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(), 0);
  });

function weakly(name: string): WeakRef<Named> {
  return new WeakRef(new Named(name));
}

const held = new Named("held");
const registry = new FinalizationRegistry<string>((text) => console.log("cleaned up", text));

function register(): void {
  registry.register(new Named("forgotten"), "forgotten");
  registry.register(held, "held");
}

const dead = weakly("dead");
const alive = new WeakRef(held);
collect();
console.log(dead.deref()?.name, alive.deref()?.name);
register();
await rest();
await rest();
collect();
console.log(dead.deref()?.name, alive.deref()?.name);
await rest();
await rest();
console.log(held.name, stats().collections > 0, stats().milliseconds > 0);
