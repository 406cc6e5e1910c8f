/*
 * The operating system's side of a translated program: start and end, output, memory, clock, arguments. Included before
 * the program's own functions, which are declared already.
 */

static char **heddle_arguments;
static int64_t heddle_arguments_count;

/* Output goes through one buffer; standard error is written after what was printed before it. */
static char heddle_buffer[1 << 14];
static size_t heddle_buffered;
static int heddle_terminal = -1;

static void heddle_write_all(int file, const char *bytes, size_t n) {
  while (n > 0) {
    ssize_t written = write(file, bytes, n);
    if (written < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      /* Nobody reads any more: end quietly, as Node does on a closed pipe. */
      _exit(errno == EPIPE ? 0 : 1);
    }
    bytes += written;
    n -= written;
  }
}

static void heddle_flush(void) {
  size_t n = heddle_buffered;
  heddle_buffered = 0;
  heddle_write_all(1, heddle_buffer, n);
}

static int64_t heddle_clock(clockid_t which) {
  struct timespec now;
  clock_gettime(which, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}
static int64_t heddle_clock_nanoseconds(void) { return heddle_clock(CLOCK_MONOTONIC); }

/* A reader at a pipe's other end sees a line within 20 ms of the program's next one. */
static int heddle_is_late(void) {
  static int64_t last;
  int64_t now = heddle_clock_nanoseconds();
  if (now - last < 20000000) return 0;
  last = now;
  return 1;
}

/* Ended by a signal: what was printed before it is not lost, and the signal still ends us. */
static void heddle_signalled(int number) {
  heddle_flush();
  signal(number, SIG_DFL);
  raise(number);
}

static int64_t heddle_write(int64_t file, int64_t address, int64_t n) {
  const char *bytes = (const char *)address;
  if (file != 1) {
    heddle_flush();
    heddle_write_all((int)file, bytes, n);
    return n;
  }
  if (heddle_terminal < 0) heddle_terminal = isatty(1);
  if (heddle_buffered + n > sizeof heddle_buffer) heddle_flush();
  if ((size_t)n > sizeof heddle_buffer) {
    heddle_write_all(1, bytes, n);
    return n;
  }
  memcpy(heddle_buffer + heddle_buffered, bytes, n);
  heddle_buffered += n;
  if (n > 0 && bytes[n - 1] == '\n' && (heddle_terminal || heddle_is_late())) heddle_flush();
  return n;
}

/* What an optional part does last. */
static void (*heddle_at_end)(void);

static _Noreturn void heddle_exit(int64_t code) {
  heddle_flush();
  HEDDLE_FINISH();
  if (heddle_at_end) heddle_at_end();
  _exit((int)code);
}

/* Stops: what Heddle cannot do as Node does ends the program and says why. */
HEDDLE_SHARED HEDDLE_COLD _Noreturn void heddle_stop(int code, const char *message, const char *where) {
  heddle_flush();
  char text[1024];
  int n = snprintf(text, sizeof text, "heddle: stopped: %s\n    at %s\n", message, where);
  heddle_write_all(2, text, n < (int)sizeof text ? n : (int)sizeof text - 1);
  HEDDLE_FINISH();
  if (heddle_at_end) heddle_at_end();
  _exit(code);
}

HEDDLE_SHARED HEDDLE_COLD _Noreturn void heddle_integer_range(const char *where) {
  heddle_stop(HEDDLE_INTEGER_RANGE_CODE, HEDDLE_INTEGER_RANGE_TEXT, where);
}

/* Memory. Only the simulator hears of poison and of objects. */
static inline void heddle_poison(int64_t address, int64_t n) { (void)address, (void)n; }
static inline void heddle_declare_object(int64_t address, int64_t n) { (void)address, (void)n; }
static inline void heddle_prefetch(int64_t address) { __builtin_prefetch((void *)(intptr_t)address, 1); }
static int64_t heddle_allocate_bytes(int64_t n) { return (int64_t)(intptr_t)malloc(n); }
static void heddle_free_bytes(int64_t address) { free((void *)(intptr_t)address); }

static int64_t heddle_reserve_space(int64_t bytes) {
  void *space = mmap(0, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return space == MAP_FAILED ? 0 : (int64_t)(intptr_t)space;
}

static void heddle_release_space(int64_t address, int64_t n) { munmap((void *)(intptr_t)address, n); }
static void heddle_discard_space(int64_t address, int64_t n) { madvise((void *)(intptr_t)address, n, MADV_DONTNEED); }

static void heddle_prefer_huge_pages(int64_t address, int64_t bytes) {
  int64_t page = 1 << 21, start = (address + page - 1) & -page, end = (address + bytes) & -page;
  if (start < end) madvise((void *)(intptr_t)start, end - start, MADV_HUGEPAGE);
}

/* Clock, chance, arguments. */
static int64_t heddle_started;

static double heddle_now(void) { return (double)(heddle_clock_nanoseconds() - heddle_started) / 1e6; }

static void heddle_sleep(double milliseconds) {
  heddle_flush();
  struct timespec left = {(time_t)(milliseconds / 1e3), (long)(fmod(milliseconds, 1e3) * 1e6)};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) {
  }
}

/* xorshift128+ (Vigna 2014), seeded from the clock; 52 bits as V8. */
static double heddle_random(void) {
  static uint64_t a, b;
  if (a == 0) {
    a = heddle_clock_nanoseconds() * UINT64_C(0x9E3779B97F4A7C15) | 1;
    b = (uint64_t)getpid() * UINT64_C(0xBF58476D1CE4E5B9) ^ a << 17;
  }
  uint64_t x = a, y = b;
  a = y;
  x ^= x << 23;
  b = x ^ y ^ x >> 17 ^ y >> 26;
  return heddle_from_bits((b + y) >> 12 | UINT64_C(0x3FF0000000000000)) - 1.0;
}

static int64_t heddle_argument_count(void) { return heddle_arguments_count; }
static int64_t heddle_argument_address(int64_t index) { return (int64_t)(intptr_t)heddle_arguments[index]; }
static int64_t heddle_argument_length(int64_t index) { return strlen(heddle_arguments[index]); }

/* The trace of the last exception, innermost place first; the oldest places of a long one are lost. */
static int64_t heddle_trace_length(void) {
  return heddle_trace_count < HEDDLE_TRACE_SIZE ? heddle_trace_count : HEDDLE_TRACE_SIZE;
}

static const char *heddle_trace_place(int64_t index) {
  uint32_t first = heddle_trace_count < HEDDLE_TRACE_SIZE ? 0 : heddle_trace_count;
  return heddle_trace_ring[(first + index) % HEDDLE_TRACE_SIZE];
}

static int64_t heddle_trace_address(int64_t index) { return (int64_t)(intptr_t)heddle_trace_place(index); }
static int64_t heddle_trace_text_length(int64_t index) { return strlen(heddle_trace_place(index)); }

/* A number from the environment, with a suffix B, KB, MB or GB if it is a size; a bad one is told, not guessed. */
static int64_t heddle_setting(const char *entry, const char *text, int scale, int64_t otherwise) {
  if (!*text) return otherwise;
  static const struct { const char *suffix; double factor; } units[] = {
      {"", 1}, {"B", 1}, {"KB", 1024}, {"MB", 1048576}, {"GB", 1073741824}};
  char *end;
  double n = strtod(text, &end);
  for (size_t i = 0; end != text && i < (scale == 1 ? sizeof units / sizeof *units : 1); i++)
    if (strcmp(end, units[i].suffix) == 0 && n >= 0 && n * scale * units[i].factor < 9e15)
      return (int64_t)(n * scale * units[i].factor);
  heddle_stop(2, scale == 1 ? "not a size: write a number with B, KB, MB or GB, as in 64MB" : "not a factor, as 1.5", entry);
}

/* The settings of the collector, each into its field of the state. A misspelt name would do nothing: it is told, too. */
static void heddle_read_settings(void) {
  static const struct setting { const char *name; int64_t *field; int scale; } all[] = {HEDDLE_SETTINGS, {"", 0, 0}};
  heddle_state.gcStress = HEDDLE_GC_STRESS, heddle_state.gcCheck = HEDDLE_GC_CHECK;
  for (char **one = environ; *one; one++) {
    const struct setting *setting = all;
    if (strncmp(*one, HEDDLE_SETTING_PREFIX, strlen(HEDDLE_SETTING_PREFIX)) != 0) continue;
    while (strncmp(*one, setting->name, strlen(setting->name)) != 0) setting++;
    if (!setting->field) heddle_stop(2, "there is no such setting; the collector has " HEDDLE_SETTING_NAMES, *one);
    *setting->field = heddle_setting(*one, *one + strlen(setting->name), setting->scale, *setting->field);
  }
}

static void heddle_start(int count, char **arguments) {
  heddle_arguments = arguments;
  heddle_arguments_count = count;
  heddle_started = heddle_clock_nanoseconds();
  /* The stack's end: what the system grants, less room for the functions that report. Recursion of system code is shallow. */
  struct rlimit stack;
  int64_t bytes = getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur != RLIM_INFINITY ? (int64_t)stack.rlim_cur : 8 << 20;
  if (bytes > 1 << 28) bytes = 1 << 28;
  heddle_state.stackLimit = (int64_t)(intptr_t)__builtin_frame_address(0) - bytes + (bytes > 1 << 20 ? 1 << 18 : bytes / 4);
  heddle_state.stackStart = (int64_t)(intptr_t)arguments;
  /* Static data is below 4 GiB, but C has no constant of a 32-bit address: the table is filled here. */
  static uint32_t roots[heddle_static_root_count + 1];
  for (int i = 0; i < heddle_static_root_count; i++) roots[i] = (uint32_t)(uintptr_t)((uint64_t *)&heddle_globals + i);
  roots[heddle_static_root_count] = (uint32_t)(uintptr_t)&heddle_state.pendingException;
  heddle_state.staticRoots = (int64_t)(intptr_t)roots;
  heddle_state.staticRootCount = heddle_static_root_count + 1;
  heddle_read_settings();
  if (!HEDDLE_PROFILES && getenv("HEDDLE_PROFILE"))
    fputs("heddle: there will be no profile (HEDDLE_PROFILE): the program was built without --profile\n", stderr);
  signal(SIGPIPE, SIG_IGN);
  static const int ends[] = {SIGTERM, SIGINT, SIGHUP};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (signal(ends[i], heddle_signalled) == SIG_IGN) signal(ends[i], SIG_IGN);
}

int main(int count, char **arguments) {
  heddle_start(count, arguments);
  HEDDLE_INITIALIZE_COLLECTOR;
  HEDDLE_ENTRY();
  if (heddle_state.pendingException != 0) {
    uint64_t thrown = heddle_take_exception();
    HEDDLE_REPORT(thrown);
    heddle_exit(1);
  }
  heddle_exit(0);
}
