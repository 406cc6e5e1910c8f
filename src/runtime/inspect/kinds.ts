/* What `reflectKind` and `reflectState` tell: `reflectedKinds` and `propertyStates` of graph/well-known.ts. */

export const arrayKind = 1;
export const functionKind = 2;
export const errorKind = 3;
export const literalKind = 4;
export const mapKind = 5;
export const setKind = 6;
export const weakKind = 7;
export const typedArrayKind = 8;
export const promiseKind = 9;
export const textKind = 16;

export const absentState = 0;
export const valueState = 1;
export const getterState = 2;
export const setterState = 3;
export const hiddenState = 5;
