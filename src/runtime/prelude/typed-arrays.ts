// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** The kinds of typed arrays: their widths and names; what they do is typed-array.ts's. */
import { TypedArray } from "./typed-array.ts";

export class Int8Array extends TypedArray<"Int8Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  get [Symbol.toStringTag](): string {
    return "Int8Array";
  }
}

export class Uint8Array extends TypedArray<"Uint8Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  get [Symbol.toStringTag](): string {
    return "Uint8Array";
  }
}

export class Uint8ClampedArray extends TypedArray<"Uint8ClampedArray"> {
  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  get [Symbol.toStringTag](): string {
    return "Uint8ClampedArray";
  }
}

export class Int16Array extends TypedArray<"Int16Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 2;
  }

  get [Symbol.toStringTag](): string {
    return "Int16Array";
  }
}

export class Uint16Array extends TypedArray<"Uint16Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 2;
  }

  get [Symbol.toStringTag](): string {
    return "Uint16Array";
  }
}

export class Int32Array extends TypedArray<"Int32Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  get [Symbol.toStringTag](): string {
    return "Int32Array";
  }
}

export class Uint32Array extends TypedArray<"Uint32Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  get [Symbol.toStringTag](): string {
    return "Uint32Array";
  }
}

export class Float32Array extends TypedArray<"Float32Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  get [Symbol.toStringTag](): string {
    return "Float32Array";
  }
}

export class Float64Array extends TypedArray<"Float64Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  get [Symbol.toStringTag](): string {
    return "Float64Array";
  }
}

export class BigInt64Array extends TypedArray<"BigInt64Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  get [Symbol.toStringTag](): string {
    return "BigInt64Array";
  }
}

export class BigUint64Array extends TypedArray<"BigUint64Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  get [Symbol.toStringTag](): string {
    return "BigUint64Array";
  }
}
