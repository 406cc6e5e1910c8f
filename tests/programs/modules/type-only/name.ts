export type Name = "square" | "circle";
