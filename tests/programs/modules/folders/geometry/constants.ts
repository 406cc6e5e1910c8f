export const PI = 3.25;
