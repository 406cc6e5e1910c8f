/**
 * Where everything stands in an object's header and in the type info that the header leads to.
 *
 *   object                          type info (static, below 4 GiB, little endian)
 *   +0  u32 type id ───────────────▶ +0   u32 fixedSize     bytes with the header, a multiple of 8, at least 16
 *   +4  u32 the collector's word     +4   u32 itemSize      0: no variable part; at most 65535
 *   +8  fields …                     +8   u32 flags
 *   +fixedSize  items …              +12  u32 lengthOffset  where in the object its i64 length stands
 *                                    +16  u32 pointerCount  fields that hold a reference (one machine word)
 *                                    +20  u32 valueCount    fields that hold a `value` (8 bytes, may be a reference)
 *                                    +24  u32 offsets       where, counted from the type info's start, a table of
 *                                                           u16 stands: pointers first, then values, then weak ones
 *                                    +28  u16 weakPointers  fields that hold a weak reference; their offsets follow
 *                                    +30  u16 weakValues    and those that hold a weak value; theirs come last
 *                                    +32  u32 classFirst    the interval of class numbers below this class,
 *                                    +36  u32 classLast     for `instanceof`
 *                                    +40  code pointers, 8 bytes each: the vtable
 *
 * A type id is the 32-bit address of the type info: the C backend links static data below 4 GiB.
 * An object takes `roundUp8(fixedSize + length * itemSize)` bytes, less than 4 GiB.
 *
 * Constants and nothing else: collectors, in restricted TypeScript, import this file as it is.
 */

// The object's header: one 8-byte word in both word sizes.
export const typeIdOffset = 0;
export const collectorWordOffset = 4;
/** The bits above are the object's identity hash where a collector stores it (collectors/parts/identity-hash.ts). */
export const identityHashShift = 8;
export const headerSize = 8;
export const objectAlignment = 8;
/** A header and one word: room for a forwarding pointer. */
export const minimumObjectSize = 16;

// The type info.
export const fixedSizeOffset = 0;
export const itemSizeOffset = 4;
export const flagsOffset = 8;
export const lengthOffsetOffset = 12;
export const pointerCountOffset = 16;
export const valueCountOffset = 20;
export const fieldOffsetsOffset = 24;
export const weakPointersOffset = 28;
export const weakValuesOffset = 30;
export const classFirstOffset = 32;
export const classLastOffset = 36;
export const vtableOffset = 40;
/** An entry of the vtable, and of nothing else here: code pointers are not limited to 4 GiB. */
export const vtableEntrySize = 8;
/** An entry of the table at `fieldOffsetsOffset`. */
export const fieldOffsetSize = 2;

// Bits of the flags.
/** The items are references, one machine word each. */
export const itemsAreReferences = 1;
/** The items are `value`, 8 bytes each. */
export const itemsAreValues = 2;
/** Some fields are weak: the collector sets them to 0 when nothing else leads to where they lead. */
export const hasWeakFields = 4;
/**
 * The one weak reference leads to an object with a finalizer. When nothing else leads there it is moved to the one other
 * reference field, and the object lives on until that is cleared.
 */
export const holdsFinalizable = 8;
/**
 * Of the two weak fields the one that stands first is a key: what the other one leads to lives as long as both the object
 * and what the key leads to. When that dies the collector sets both to 0.
 */
export const isEphemeron = 16;
