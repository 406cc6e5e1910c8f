// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** The kinds of typed arrays: their widths and names; what they do is typed-array.ts's. */
import { TypedArray } from "./typed-array.ts";

export class Int8Array extends TypedArray<"Int8Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }
}

export class Uint8Array extends TypedArray<"Uint8Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }
}

export class Uint8ClampedArray extends TypedArray<"Uint8ClampedArray"> {
  override get BYTES_PER_ELEMENT(): number {
    return 1;
  }
}

export class Int16Array extends TypedArray<"Int16Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 2;
  }
}

export class Uint16Array extends TypedArray<"Uint16Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 2;
  }
}

export class Int32Array extends TypedArray<"Int32Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }
}

export class Uint32Array extends TypedArray<"Uint32Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }
}

export class Float32Array extends TypedArray<"Float32Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 4;
  }
}

export class Float64Array extends TypedArray<"Float64Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }
}

export class BigInt64Array extends TypedArray<"BigInt64Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }
}

export class BigUint64Array extends TypedArray<"BigUint64Array"> {
  override get BYTES_PER_ELEMENT(): number {
    return 8;
  }
}
