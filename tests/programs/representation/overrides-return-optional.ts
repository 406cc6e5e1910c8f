class Base {
  find(_key: number): string | null {
    return null;
  }
}
class Filled extends Base {
  override find(key: number): string {
    return `value ${key}`;
  }
}
class Partly extends Base {
  override find(key: number): string | null {
    return key > 1 ? "many" : null;
  }
}
const list: Base[] = [new Base(), new Filled(), new Partly()];
for (const item of list) console.log(item.find(1), item.find(2)?.length);
