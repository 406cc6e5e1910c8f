import("./other.ts"); // error: import() is not supported
