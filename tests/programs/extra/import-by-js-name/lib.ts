export const value = "from lib";
