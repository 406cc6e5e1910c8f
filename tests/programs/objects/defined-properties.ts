// Properties that are more than a value: read-only, not listed, with accessors, on literals, instances, arrays, functions.
const attempt = (name: string, f: () => unknown): void => {
  try {
    console.log(name, f());
  } catch (error: any) {
    console.log(name, `${error.name}: ${error.message}`);
  }
};

const config: any = { plain: 1 };
Object.defineProperty(config, "version", { value: 3, writable: false, enumerable: true });
Object.defineProperty(config, "hidden", { value: [1, 2], configurable: true });
Object.defineProperty(config, "area", {
  get() {
    return this.version * this.plain;
  },
  set(value: number) {
    this.plain = value;
  },
  enumerable: true,
});
config.area = 12;
console.log(config, config.version, config.hidden, config.area, JSON.stringify(config));
console.log(Object.keys(config), Object.values(config), Object.entries(config), { ...config });
console.log(Object.getOwnPropertyNames(config), "hidden" in config, config.hasOwnProperty("hidden"));
for (const key in config) console.log(key, config[key]);
attempt("version =", () => (config.version = 4));
attempt("version +=", () => (config["version"] += 4));
attempt("delete version", () => delete config.version);
attempt("delete hidden", () => delete config.hidden && "hidden" in config);
attempt("redefine", () => Object.defineProperty(config, "version", { value: 4 }));
attempt("the same", () => Object.defineProperty(config, "version", { value: 3 }) === config);
attempt("both", () => Object.defineProperty(config, "b", { get: () => 1, value: 2 } as any));
attempt("no getter", () => Object.defineProperty(config, "b", { get: 5 as any }));
const { version, area, ...others } = config;
console.log(version, area, others, Object.assign({}, config), config.propertyIsEnumerable("hidden"));

class Account {
  owner: string;
  balance!: number;
  constructor(owner: string, amount: number) {
    this.owner = owner;
    Object.defineProperty(this, "id", { value: owner.length });
    Object.defineProperties(this, {
      balance: { value: amount, writable: true },
      double: { get: () => this.balance * 2 },
      log: { value: () => `log of ${this.owner}` },
    });
  }
}
const account: any = new Account("Ada", 10);
account.balance += 5;
console.log(account, account.id, account.balance, account.double, account.log());
attempt("id =", () => (account.id = 1));
attempt("double =", () => (account.double = 1));
console.log(Object.keys(account), JSON.stringify(account), Object.getOwnPropertyNames(account).sort());

// Names known only when the program runs; redefinition keeps what it does not name.
const table: any = {};
for (const [i, name] of ["a", "b", "c"].entries())
  Object.defineProperty(table, name, { value: i, enumerable: i !== 1, configurable: true, writable: i > 1 });
Object.defineProperty(table, "a", { enumerable: false });
table.c++;
attempt("a =", () => (table["a" + ""] = 5));
Object.defineProperty(table, "a", { get: () => "computed", enumerable: true });
console.log(table, table.a, table.b, table.c, Object.keys(table), JSON.stringify(table));
console.log(Object.getOwnPropertyDescriptor(table, "a"), Object.getOwnPropertyDescriptor(table, "b"));
console.log(Object.getOwnPropertyDescriptor(table, "none"), Object.getOwnPropertyDescriptors(table).c);
const copy = Object.defineProperties({} as any, Object.getOwnPropertyDescriptors(table));
console.log(copy, Object.getOwnPropertyNames(copy), copy.a, copy.b);

const frozen: any = Object.freeze({ x: 1, get y() { return this.x + 1; } });
attempt("define on frozen", () => Object.defineProperty(frozen, "z", { value: 1 }));
attempt("change of frozen", () => Object.defineProperty(frozen, "x", { value: 2 }));
console.log(frozen, frozen.y, Object.getOwnPropertyDescriptor(frozen, "x"), Object.getOwnPropertyDescriptor(frozen, "y"));

// An accessor that caches its value, one by one; through prototypes of literals.
let made = 0;
const lazy: any = {
  first: 0,
  get data() {
    made++;
    const value = [made];
    Object.defineProperty(this, "data", { value, enumerable: true });
    return value;
  },
  last: 2,
};
console.log(lazy, lazy.data === lazy.data, made, lazy);

function counted(f: (x: number) => number): any {
  const wrapped = (x: number): number => (count++, f(x));
  let count = 0;
  Object.defineProperty(wrapped, "count", { get: () => count });
  return wrapped;
}
const square = counted((x) => x * x);
console.log(square(3), square(4), square.count);
// What is called by its name in messages although it lists nothing.
class Bare {
  constructor() {
    Object.defineProperty(this, "id", { value: 1 });
  }
}
for (const one of [new Bare(), Object.defineProperty({}, "id", { get: () => 1 })] as any[]) {
  try {
    one.id = 2;
  } catch (error) {
    console.log((error as Error).message);
  }
  try {
    delete one.id;
  } catch (error) {
    console.log((error as Error).message);
  }
}

const nothing = (absent: boolean): any => (absent ? null : config);
attempt("in null", () => (nothing(true).version = 1));
attempt("of null", () => nothing(true).version);
attempt("in null, computed", () => (nothing(true)[`version${config.plain}`] = 1));
