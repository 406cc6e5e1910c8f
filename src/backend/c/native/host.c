/*
 * Files, folders, environment and time zone: included where a program uses one of them. What fails gives -errno; texts
 * end with a zero byte.
 */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

static int64_t heddle_result(int64_t result) { return result < 0 ? -errno : result; }

/* 0 to read, 1 to write from the start, 2 to append; 16 more: it must not exist. */
static int64_t heddle_open_file(int64_t path, int64_t how, int64_t mode) {
  static const int flags[] = {O_RDONLY, O_WRONLY | O_CREAT | O_TRUNC, O_WRONLY | O_CREAT | O_APPEND, O_RDWR};
  return heddle_result(open((const char *)path, flags[how & 3] | (how & 16 ? O_EXCL : 0) | O_CLOEXEC, (mode_t)mode));
}

static int64_t heddle_read_file(int64_t file, int64_t address, int64_t n) {
  ssize_t got;
  do got = read((int)file, (char *)address, n);
  while (got < 0 && errno == EINTR);
  return heddle_result(got);
}

static int64_t heddle_write_file(int64_t file, int64_t address, int64_t n) {
  if (file == 1 || file == 2) return heddle_write(file, address, n);
  ssize_t written;
  do written = write((int)file, (const char *)address, n);
  while (written < 0 && errno == EINTR);
  return heddle_result(written);
}

static int64_t heddle_close_file(int64_t file) { return heddle_result(close((int)file)); }

/* What one path and a number say: 0 mkdir, 1 rmdir, 2 unlink, 3 chdir, 4 access, 5 chmod. */
static int64_t heddle_path_action(int64_t action, int64_t path, int64_t argument) {
  const char *name = (const char *)path;
  switch (action) {
    case 0: return heddle_result(mkdir(name, (mode_t)argument));
    case 1: return heddle_result(rmdir(name));
    case 2: return heddle_result(unlink(name));
    case 3: return heddle_result(chdir(name));
    case 4: return heddle_result(access(name, (int)argument));
    default: return heddle_result(chmod(name, (mode_t)argument));
  }
}

static int64_t heddle_rename_path(int64_t from, int64_t to) { return heddle_result(rename((const char *)from, (const char *)to)); }

/* Into 16 words: mode, size, ino, nlink, uid, gid, dev, blocks, blksize, then seconds and nanoseconds of a-, m- and ctime. */
static int64_t heddle_stat_path(int64_t path, int64_t file, int64_t follow, int64_t out) {
  struct stat found;
  const char *name = (const char *)path;
  int failed = path == 0 ? fstat((int)file, &found) : follow ? stat(name, &found) : lstat(name, &found);
  if (failed) return -errno;
  const int64_t words[] = {found.st_mode, found.st_size, found.st_ino, found.st_nlink, found.st_uid,
    found.st_gid, found.st_dev, found.st_blocks, found.st_blksize, found.st_atim.tv_sec, found.st_atim.tv_nsec,
    found.st_mtim.tv_sec, found.st_mtim.tv_nsec, found.st_ctim.tv_sec, found.st_ctim.tv_nsec, 0};
  memcpy((void *)out, words, sizeof words);
  return 0;
}

/* The names in a folder, one after the other, ended by an empty one, in memory that the caller frees. */
static int64_t heddle_list_folder(int64_t path) {
  DIR *folder = opendir((const char *)path);
  if (!folder) return -errno;
  size_t used = 0, room = 4096;
  char *names = malloc(room);
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t n = strlen(entry->d_name) + 1;
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    if (used + n + 1 > room) names = realloc(names, room = 2 * (used + n + 1));
    memcpy(names + used, entry->d_name, n);
    used += n;
  }
  closedir(folder);
  names[used] = 0;
  return (int64_t)names;
}

extern char **environ;
static int64_t heddle_environment_text(int64_t index) { return (int64_t)environ[index]; }

static int64_t heddle_working_folder(void) {
  static char folder[4096];
  return getcwd(folder, sizeof folder) ? (int64_t)folder : -errno;
}

static int64_t heddle_process_number(int64_t which) { return which == 0 ? getpid() : getppid(); }

/* Bytes of memory that the process has: now, and at most. */
static int64_t heddle_memory_used(int64_t which) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return which == 0 ? used.ru_maxrss * INT64_C(1024) : used.ru_utime.tv_sec * INT64_C(1000000) + used.ru_utime.tv_usec;
}

static double heddle_wall_clock(void) { return (double)(heddle_clock(CLOCK_REALTIME) / 1000000); }

/* Minutes that local time is ahead of UTC at a time in seconds, and the name of the zone there. */
static int64_t heddle_zone_offset(int64_t seconds) {
  time_t when = (time_t)seconds;
  struct tm local;
  localtime_r(&when, &local);
  return local.tm_gmtoff / 60;
}
