import EventEmitter, { once } from "node:events";
import { EventEmitter as Named } from "events";
class Door extends EventEmitter {
  opened = 0;
  open(by: string): boolean { this.opened++; return this.emit("open", by, this.opened); }
}
const door = new Door();
console.log(door.open("nobody"), door instanceof EventEmitter, door instanceof Named);
const log = (by: string, n: number): void => console.log("open by", by, n);
door.on("open", log).once("open", (by: string) => console.log("first", by)).prependListener("open", () => console.log("before"));
console.log(door.open("ann"), door.open("bob"), door.listenerCount("open"), door.eventNames());
door.off("open", log);
door.addListener("open", function (this: Door, by: string) { console.log(this.opened, by, this === door); });
door.open("cy");
door.removeAllListeners("open");
console.log(door.open("x"), door.listenerCount("open"), door.eventNames().length, door.getMaxListeners());
try { door.emit("error", new Error("unheard")); } catch (e) { console.log((e as Error).message); }
try { door.emit("error", "text"); } catch (e) { console.log((e as Error).message); }
door.on("error", (e: Error) => console.log("heard", e.message)); console.log(door.emit("error", new RangeError("r")));
const bus = new Named();
bus.on("newListener", (name: string) => console.log("new", name));
bus.on("removeListener", (name: string) => console.log("gone", name));
bus.on("data", (...values: number[]) => console.log("sum", values.reduce((a, b) => a + b, 0)));
bus.once("data", () => bus.emit("inner", { deep: [1] }));
bus.on("inner", (o: any) => console.log("inner", o, o.deep.length));
bus.emit("data", 1, 2, 3); bus.emit("data"); console.log(bus.listeners("data").length);
bus.removeAllListeners();
once(door, "later").then(([a, b]) => console.log("once", a, b));
setTimeout(() => { door.emit("later", 1, "two"); door.emit("later", 3); }, 1);
