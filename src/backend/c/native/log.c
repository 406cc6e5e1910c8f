/*
 * HEDDLELOG=PREFIX,PREFIX:FILE writes the sections of the collector's log whose names begin so (`gc-major` stands for
 * those of a major collection) into a file: `-` is standard error, `%d` our process. The section `run` is around all
 * others, whatever was chosen. Numbers: collectors/parts/log.ts.
 */
#include <fcntl.h>
static const char *const heddle_log_sections[] = {"gc-set-nursery-size", "gc-minor", "gc-collect-step",
    "gc-collect-done", "phase", "run"};
static const char *const heddle_log_lines[] = {"nursery size: %lld", "minor collect, total memory used: %lld",
    "total size of surviving objects: %lld", "", "live objects: %lld bytes", "total memory used: %lld",
    "objects before: %lld bytes", "resident: %lld bytes", "", "total size of young objects: %lld"};
static FILE *heddle_log;
static int64_t heddle_log_wanted;

static int64_t heddle_log_named(const char *list, size_t n) {
  int64_t found = 0;
  for (int i = 0; i < 6; i++) {
    int is_major = strncmp(heddle_log_sections[i], "gc-collect", 10) == 0 && n == 8 && strncmp(list, "gc-major", n) == 0;
    if (is_major || strncmp(heddle_log_sections[i], list, n) == 0) found |= 1 << i;
  }
  if (!found) heddle_stop(2, "HEDDLELOG: no such section; there are gc-set-nursery-size, gc-minor, gc-major, phase", list);
  return found;
}

static void heddle_write_section(int64_t time, int64_t section, const char *form) {
  fprintf(heddle_log, form, (long long)time, heddle_log_sections[__builtin_ctzll(section)]);
  fflush(heddle_log);
}

static void heddle_write_line(int64_t line, int64_t value) {
  if (line == 3) fprintf(heddle_log, "time taken: %f", value / 1e9);
  else if (line == 8) fprintf(heddle_log, "name: %s", (const char *)value);
  else fprintf(heddle_log, heddle_log_lines[line], (long long)value);
  fputc('\n', heddle_log);
}

static void heddle_end_section(int64_t section) {
  static int file;
  char text[64] = "";
  if (!file) file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (pread(file, text, sizeof text - 1, 0) > 0) heddle_write_line(7, atoll(strchr(text, ' ')) * sysconf(_SC_PAGESIZE));
  heddle_write_section(heddle_clock_nanoseconds(), section, "[%llx] %s}\n");
}

static void heddle_end_log(void) { heddle_end_section(32); }

static int64_t heddle_open_log(void) {
  const char *setting = getenv("HEDDLELOG"), *colon = setting ? strchr(setting, ':') : 0;
  if (heddle_log || !setting || !*setting) return heddle_log_wanted;
  char *name = strdup(colon ? colon + 1 : setting), *process = strstr(name, "%d");
  if (process && (*process = 0, asprintf(&name, "%s%d%s", name, getpid(), process + 2) < 0)) return 0;
  for (const char *at = setting; colon && at < colon; at += strcspn(at, ",:") + 1)
    heddle_log_wanted |= heddle_log_named(at, strcspn(at, ",:"));
  if (!colon || colon == setting) heddle_log_wanted = 31;
  heddle_log = strcmp(name, "-") ? fopen(name, "w") : stderr;
  if (!heddle_log) heddle_stop(2, "HEDDLELOG: the log cannot be written there", name);
  heddle_at_end = heddle_end_log;
  heddle_write_section(heddle_started, 32, "[%llx] {%s\n");
  return heddle_log_wanted;
}

static void heddle_begin_section(int64_t name) { heddle_write_section(heddle_clock_nanoseconds(), name, "[%llx] {%s\n"); }
