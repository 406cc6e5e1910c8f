/* The peer of bench/programs/empty.ts: how long a process takes to start and end. */
int main(void) { return 0; }
