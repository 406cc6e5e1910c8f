/*
 * The limit of bump allocation: examples/allocatealot.ts written by hand in C.
 *
 * Objects of 16 bytes come from a nursery that is emptied, one survivor copied out, whenever it is full.
 * The free pointer lives in a register and one limit check serves UNROLL objects. A measured GB/s divided
 * by what this prints in the same run is a ratio that holds where absolute speeds drift.
 *
 *   cc -O3 -DUNROLL=8        bump-limit.c -o limit-header && ./limit-header 1000000000    the header alone
 *   cc -O3 -DUNROLL=4 -DINIT bump-limit.c -o limit-init   && ./limit-init   1000000000    header and field
 *
 * -DUNROLL=1 is the plain loop; -DNURSERY=BYTES another size of the nursery.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef UNROLL
#define UNROLL 8
#endif
#ifndef NURSERY
#define NURSERY (512 * 1024)
#endif
#define TYPE_ID 0x4c8
#define PAGE 4096

typedef struct {
  uint64_t header;
  int64_t field;
} Object;

static Object survivor;
static int64_t minorCollections;

/* All of the nursery is dead but for one object. */
__attribute__((noinline)) static Object *collect(const Object *live) {
  minorCollections++;
  survivor = *live;
  return &survivor;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  const int64_t loops = argc > 1 ? strtoll(argv[1], NULL, 10) : 1000000000;
  Object *const nursery = aligned_alloc(PAGE, NURSERY);
  if (nursery == NULL) return 1;
  memset(nursery, 1, NURSERY); /* so that no page is first touched inside the measurement */
  Object *const top = nursery + NURSERY / sizeof(Object);

  static Object first;
  Object *current = &first;
  Object *previous = &first;
  Object *free = nursery;
  const double start = now();
  for (int64_t i = 0; i < loops; i += UNROLL) {
    Object *block = free;
    free = block + UNROLL;
    if (__builtin_expect(free > top, 0)) {
      current = collect(current);
      block = nursery;
      free = block + UNROLL;
    }
    for (int k = 0; k < UNROLL; k++) {
      Object *object = block + k;
      object->header = TYPE_ID;
#ifdef INIT
      object->field = i + k;
#endif
      previous = current;
      current = object;
      __asm__ volatile("" : : "r"(object) : "memory"); /* nobody may drop or merge the stores */
    }
  }
  const double seconds = now() - start;
  const double gigabytes = (double)loops * sizeof(Object) / (1024.0 * 1024 * 1024);
  printf("%p %p\n", (void *)current, (void *)previous);
  printf("%" PRId64 " minor collections\n%.6f s\n%.6f GB\n%.6f GB/s\n", minorCollections, seconds, gigabytes,
         gigabytes / seconds);
  return 0;
}
