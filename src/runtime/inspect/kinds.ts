/* Kinds of objects as `reflectKind` tells them: `reflectedKinds` of graph/well-known.ts. */
export const arrayKind = 1;
export const functionKind = 2;
export const errorKind = 3;
export const literalKind = 4;
