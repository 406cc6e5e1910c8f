/** JSON.stringify with a function that says what is written in place of each value. */

type Replacer = (this: any, key: string, value: any) => any;

/** `replacer` may be of any kind that JSON.stringify takes. */
export function stringify(value: any, replacer: any, space: any): string {
  if (typeof replacer !== "function") return JSON.stringify(value, replacer, space);
  const holder: any = {};
  holder[""] = value;
  return JSON.stringify(new Replacement(replacer).replaced(holder, "", value), null, space);
}

/** Makes the tree of what is written; what JSON has nothing for is left to who writes it. */
class Replacement {
  readonly replacer: Replacer;
  /** The objects around the current one, and their copies: a circle stays one, and is told of when it is written. */
  readonly open: any[] = [];
  readonly copies: any[] = [];

  constructor(replacer: Replacer) {
    this.replacer = replacer;
  }

  replaced(holder: any, key: string, given: any): any {
    let value = given;
    if (typeof value === "object" && value !== null && typeof value.toJSON === "function")
      value = value.toJSON(key);
    const found = this.replacer.call(holder, key, value);
    if (typeof found !== "object" || found === null) return found;
    const place = this.open.indexOf(found);
    return place < 0 ? this.#copied(found) : this.copies[place];
  }

  #copied(object: any): any {
    this.open.push(object);
    let made: any;
    if (Array.isArray(object)) {
      const list: any[] = [];
      made = list;
      this.copies.push(list);
      for (let i = 0; i < object.length; i++) list.push(this.replaced(object, `${i}`, object[i]));
    } else {
      const copy: any = {};
      made = copy;
      this.copies.push(copy);
      for (const name of Object.keys(object)) {
        const value = this.replaced(object, name, object[name]);
        if (value !== undefined) copy[name] = value;
      }
    }
    this.open.pop();
    this.copies.pop();
    return made;
  }
}
