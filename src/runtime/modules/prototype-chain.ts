/** What programs whose prototypes are objects ask of a whole chain of them (frontend/prototypes/prototype-objects.ts). */

/** The names that `for…in` visits, inherited ones too. */
export function enumerableNames(object: any): string[] {
  const names: string[] = [];
  for (const name in object) names.push(name);
  if (object === undefined || object === null) return names;
  let level = object["#proto"];
  while (level !== undefined && level !== null) {
    for (const name in level) if (!names.includes(name)) names.push(name);
    level = level["#proto"];
  }
  return names;
}

/** `name in object` */
export function hasProperty(name: any, object: any): boolean {
  if (name in object) return true;
  let level = object["#proto"];
  while (level !== undefined && level !== null) {
    if (name in level) return true;
    level = level["#proto"];
  }
  return false;
}

/** What an object is where a primitive value is asked for: its `valueOf` and `toString` may be inherited. */
export function converted(this: any, hint: string): any {
  const isText = hint === "string";
  const first = isText ? callText(this) : callValue(this);
  if (first !== undefined && !isObject(first.value)) return first.value;
  const second = isText ? callValue(this) : callText(this);
  if (second !== undefined && !isObject(second.value)) return second.value;
  if (isText ? first !== undefined : second !== undefined)
    throw new TypeError("Cannot convert object to primitive value");
  return "[object Object]";
}

function isObject(value: any): boolean {
  return value instanceof Object;
}

function callText(object: any): any {
  let level = object;
  while (level !== undefined && level !== null) {
    if (Object.hasOwn(level, "toString")) return { value: level.toString.call(object) };
    level = level["#proto"];
  }
  return undefined;
}

function callValue(object: any): any {
  let level = object;
  while (level !== undefined && level !== null) {
    if (Object.hasOwn(level, "valueOf")) return { value: level.valueOf.call(object) };
    level = level["#proto"];
  }
  return undefined;
}
