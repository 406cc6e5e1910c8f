/* The peer of bench/programs/hello.ts. */
#include <stdio.h>

int main(void) {
  puts("hello");
  return 0;
}
