/**
 * The flags of a generational collector in the collector's word of an object's header. A new object has none; what
 * stands above them is its identity hash (parts/identity-hash.ts).
 */

/** An old object that is not remembered: the write barrier must see writes into it. */
export const tracked = 1;
/** A large array of references: writes of items are noted card by card. */
export const hasCards = 2;
/** A young object that was moved: its new address stands behind the header. */
export const forwarded = 8;
