// A function may ignore arguments; one with fewer parameters fits the same slot.
type Handler = (name: string, code: number) => string;
const handlers: Handler[] = [() => "none", (name) => name, (name, code) => name + code];
for (const handler of handlers) console.log(handler("n", 7));
