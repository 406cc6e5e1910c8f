const target = { a: 1 };
const p = new Proxy(target, {}); // error: Proxy is refused
console.log(p.a);
