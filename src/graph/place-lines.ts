/**
 * In programs that can be profiled the C compiler's table of lines leads from code to places: line `firstPlaceLine + n` is
 * place n. Smaller lines are those of the native part.
 */
export const firstPlaceLine = 1000000;
