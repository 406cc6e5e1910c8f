// The smallest program: its translation time, size, start and memory are measured.
export {};
