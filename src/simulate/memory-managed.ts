import { MemoryError } from "./memory-error.ts";
import { type Place, placeName } from "./memory-regions.ts";

interface Managed {
  readonly name: string;
  readonly createdAt: Place;
}

/**
 * Objects managed by hand while they are still JavaScript objects, that is, when system code runs on
 * Node as it is. Freeing one turns it into a trap: every later use throws.
 */
export class ManagedObjects {
  readonly #live = new Map<object, Managed>();
  readonly #freed = new WeakMap<object, Managed & { freedAt: Place }>();

  created(object: object, place: Place): void {
    this.#live.set(object, { name: object.constructor.name, createdAt: place });
  }

  freed(object: object, place: Place): void {
    const managed = this.#live.get(object);
    if (managed === undefined) {
      const earlier = this.#freed.get(object);
      if (earlier === undefined)
        throw new MemoryError("bad-free", 0, "free of an object that is not managed by hand");
      throw new MemoryError(
        "double-free",
        0,
        `free of ${describe(earlier)}: freed already, at ${placeName(earlier.freedAt)}`,
      );
    }
    this.#live.delete(object);
    const freed = { ...managed, freedAt: place };
    this.#freed.set(object, freed);
    setTrap(object, freed);
  }

  /** A line for each object that nobody freed. */
  leaked(): string[] {
    return [...this.#live.values()].map(describe);
  }
}

function describe(managed: Managed): string {
  return `the managed ${managed.name} created at ${placeName(managed.createdAt)}`;
}

function setTrap(object: object, managed: Managed & { freedAt: Place }): void {
  const use = (how: string, field: string | symbol): never => {
    throw new MemoryError(
      "freed",
      0,
      `${how} of ${String(field)} in ${describe(managed)}: freed, at ${placeName(managed.freedAt)}`,
    );
  };
  for (const field of Object.keys(object)) {
    Object.defineProperty(object, field, {
      get: () => use("read", field),
      set: () => use("write", field),
    });
  }
  const methods = new Proxy(Object.create(null) as object, {
    get: (_, field) => use("read", field),
    set: (_, field) => use("write", field),
  });
  Object.setPrototypeOf(object, methods);
}
