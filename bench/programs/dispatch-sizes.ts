/** So many objects meet so many. */
export const size = 100;
