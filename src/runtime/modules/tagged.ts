/**
 * `heddle/tagged`: `tagged(C)`, a statement of the module that declares the class C, marks it. Under the option `--tagged` an
 * object of a marked class lives in the word that refers to it. Without the option, and on Node, nothing is different.
 */
export function tagged(_marked: object): void {}
