/*
 * HEDDLELOG=PREFIX,PREFIX:FILE writes the sections of the collector's log whose names begin so (`gc-major` stands for
 * those of a major collection) into a file: `-` is standard error, `%d` our process. Numbers:
 * collectors/parts/log.ts.
 */
static const char *const heddle_log_sections[] = {"gc-set-nursery-size", "gc-minor", "gc-collect-step", "gc-collect-done"};
static const char *const heddle_log_lines[] = {"nursery size: %lld", "minor collect, total memory used: %lld",
    "total size of surviving objects: %lld", "", "live objects: %lld bytes", "total memory used: %lld"};
static FILE *heddle_log;

static int heddle_log_wants(const char *list, size_t length, const char *name) {
  if (length == 0) return 1;
  for (const char *end = list + length, *at = list; at < end; at++) {
    size_t n = strcspn(at, ",:");
    if (n > 0 && strncmp(name, at, n) == 0) return 1;
    if (n == 8 && strncmp(at, "gc-major", n) == 0 && strncmp(name, "gc-collect", 10) == 0) return 1;
    at += n;
  }
  return 0;
}

static int64_t heddle_open_log(void) {
  const char *setting = getenv("HEDDLELOG"), *colon = setting ? strchr(setting, ':') : 0;
  if (!setting || !*setting) return 0;
  char name[1024], *process;
  snprintf(name, sizeof name, "%s", colon ? colon + 1 : setting);
  if ((process = strstr(name, "%d"))) {
    char rest[1024];
    snprintf(rest, sizeof rest, "%d%s", getpid(), process + 2);
    snprintf(process, name + sizeof name - process, "%s", rest);
  }
  if (!(heddle_log = strcmp(name, "-") ? fopen(name, "w") : stderr)) return 0;
  int64_t wanted = 0;
  for (int i = 0; i < 4; i++)
    if (heddle_log_wants(setting, colon ? colon - setting : 0, heddle_log_sections[i])) wanted |= 1 << i;
  return wanted;
}

static void heddle_write_section(int64_t section, const char *form) {
  fprintf(heddle_log, form, (long long)heddle_clock_nanoseconds(), heddle_log_sections[__builtin_ctzll(section)]);
  fflush(heddle_log);
}

static void heddle_begin_section(int64_t section) { heddle_write_section(section, "[%llx] {%s\n"); }
static void heddle_end_section(int64_t section) { heddle_write_section(section, "[%llx] %s}\n"); }

static void heddle_write_line(int64_t line, int64_t value) {
  if (line == 3) fprintf(heddle_log, "time taken: %f", value / 1e9);
  else fprintf(heddle_log, heddle_log_lines[line], (long long)value);
  fputc('\n', heddle_log);
}
