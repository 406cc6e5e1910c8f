console.log("shared, once");
export const shared = "s";
