// Writes down what a program does to the files below a folder, in the order in which it does it, and can make one of
// these calls fail. Loaded before the program's own library by crash.py; the trace is read there.
//
// Environment: CRASH_ROOT the folder, CRASH_TRACE the file to append the trace to (may be left out), CRASH_FAIL the number
// of the call that fails (from 1), CRASH_ERRNO with which error.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int trace = -2;
static char root[PATH_MAX];
static long calls, failing, failure;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }
#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))real(#name))

static void begin(void) {
  if (trace != -2) return;
  trace = -1;
  const char *folder = getenv("CRASH_ROOT"), *place = getenv("CRASH_TRACE"), *number = getenv("CRASH_FAIL");
  if (!folder) return;
  snprintf(root, sizeof root, "%s/", folder);
  failing = number ? atol(number) : 0;
  failure = getenv("CRASH_ERRNO") ? atol(getenv("CRASH_ERRNO")) : EIO;
  if (place) trace = REAL(int, open, const char *, int, ...)(place, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

// The path of an open file when it is one of ours; SQLite's shared memory is gone with the machine and is not.
static int path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return !strncmp(path, root, strlen(root)) && !strstr(path, "-shm");
}

static void absolute(int folder, const char *path, char *place) {
  if (path[0] == '/') { snprintf(place, PATH_MAX, "%s", path); return; }
  char base[PATH_MAX];
  if (folder == AT_FDCWD || !path_of(folder, base)) { if (!getcwd(base, sizeof base)) base[0] = 0; }
  snprintf(place, PATH_MAX, "%s/%s", base, path);
}

static int ours(const char *place) { return !strncmp(place, root, strlen(root)) && !strstr(place, "-shm"); }

static void number(uint64_t value) { REAL(ssize_t, write, int, const void *, size_t)(trace, &value, 8); }
static void bytes(const void *data, uint64_t count) {
  number(count);
  REAL(ssize_t, write, int, const void *, size_t)(trace, data, count);
}

static void event(char kind, const char *one, const char *other, uint64_t offset, const void *data, uint64_t count) {
  if (trace < 0) return;
  number(kind);
  bytes(one, strlen(one));
  bytes(other ? other : "", other ? strlen(other) : 0);
  number(offset);
  bytes(data ? data : "", data ? count : 0);
}

// Whether this call is the one that fails.
static int fails(void) {
  if (++calls != failing) return 0;
  errno = (int)failure;
  return 1;
}

#define ENTER pthread_mutex_lock(&lock); begin()
#define LEAVE(value) do { int kept = errno; pthread_mutex_unlock(&lock); errno = kept; return value; } while (0)

ssize_t write(int file, const void *data, size_t count) {
  char path[PATH_MAX];
  ENTER;
  if (root[0] && file == 1) { event('A', "", 0, 0, data, count); }
  int is_ours = root[0] && file != trace && path_of(file, path);
  if (is_ours && fails()) LEAVE(-1);
  off_t offset = is_ours ? lseek(file, 0, SEEK_CUR) : 0;
  ssize_t done = REAL(ssize_t, write, int, const void *, size_t)(file, data, count);
  if (is_ours && done > 0) {
    if (fcntl(file, F_GETFL) & O_APPEND) offset = lseek(file, 0, SEEK_END) - done;
    event('W', path, 0, (uint64_t)offset, data, (uint64_t)done);
  }
  LEAVE(done);
}

static ssize_t written_at(int file, const void *data, size_t count, off_t offset) {
  char path[PATH_MAX];
  ENTER;
  int is_ours = root[0] && path_of(file, path);
  if (is_ours && fails()) LEAVE(-1);
  ssize_t done = REAL(ssize_t, pwrite64, int, const void *, size_t, off_t)(file, data, count, offset);
  if (is_ours && done > 0) event('W', path, 0, (uint64_t)offset, data, (uint64_t)done);
  LEAVE(done);
}
ssize_t pwrite(int file, const void *data, size_t count, off_t offset) { return written_at(file, data, count, offset); }
ssize_t pwrite64(int file, const void *data, size_t count, off64_t offset) { return written_at(file, data, count, offset); }

// What another call copied into a file, read back to be written down.
static void copied(int file, const char *path, off_t offset, ssize_t count) {
  (void)file;
  int copy = REAL(int, open, const char *, int, ...)(path, O_RDONLY | O_CLOEXEC);
  char *data = malloc((size_t)count);
  if (copy >= 0 && data && pread(copy, data, (size_t)count, offset) == count) event('W', path, 0, (uint64_t)offset, data, (uint64_t)count);
  free(data);
  if (copy >= 0) close(copy);
}

ssize_t sendfile(int to, int from, off_t *place, size_t count) {
  char path[PATH_MAX];
  ENTER;
  int is_ours = root[0] && path_of(to, path);
  if (is_ours && fails()) LEAVE(-1);
  off_t offset = is_ours ? lseek(to, 0, SEEK_CUR) : 0;
  ssize_t done = REAL(ssize_t, sendfile, int, int, off_t *, size_t)(to, from, place, count);
  if (is_ours && done > 0) copied(to, path, offset, done);
  LEAVE(done);
}
ssize_t sendfile64(int to, int from, off64_t *place, size_t count) { return sendfile(to, from, (off_t *)place, count); }

ssize_t copy_file_range(int from, off64_t *from_place, int to, off64_t *to_place, size_t count, unsigned int flags) {
  char path[PATH_MAX];
  ENTER;
  int is_ours = root[0] && path_of(to, path);
  if (is_ours && fails()) LEAVE(-1);
  off_t offset = to_place ? *to_place : is_ours ? lseek(to, 0, SEEK_CUR) : 0;
  ssize_t done = REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned int)(
      from, from_place, to, to_place, count, flags);
  if (is_ours && done > 0) copied(to, path, offset, done);
  LEAVE(done);
}

static int cut(int file, off_t length) {
  char path[PATH_MAX];
  ENTER;
  int is_ours = root[0] && path_of(file, path);
  if (is_ours && fails()) LEAVE(-1);
  int done = REAL(int, ftruncate64, int, off_t)(file, length);
  if (is_ours && done == 0) event('T', path, 0, (uint64_t)length, 0, 0);
  LEAVE(done);
}
int ftruncate(int file, off_t length) { return cut(file, length); }
int ftruncate64(int file, off64_t length) { return cut(file, length); }

static int flushed(int file, const char *name) {
  char path[PATH_MAX];
  ENTER;
  int is_ours = root[0] && path_of(file, path);
  if (is_ours && fails()) LEAVE(-1);
  // The disk of a test needs no flush.
  struct stat status;
  (void)name;
  if (is_ours && fstat(file, &status) == 0) event(S_ISDIR(status.st_mode) ? 'D' : 'F', path, 0, 0, 0, 0);
  LEAVE(0);
}
int fsync(int file) { return flushed(file, "fsync"); }
int fdatasync(int file) { return flushed(file, "fdatasync"); }
int syncfs(int file) {
  (void)file;
  ENTER;
  if (root[0] && fails()) LEAVE(-1);
  if (root[0]) event('S', "", 0, 0, 0, 0);
  LEAVE(0);
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
  char place[PATH_MAX];
  struct stat status;
  ENTER;
  absolute(folder, path, place);
  int is_ours = root[0] && ours(place) && flags & (O_CREAT | O_TRUNC);
  int is_new = is_ours && stat(place, &status) != 0;
  if (is_ours && (is_new || flags & O_TRUNC) && fails()) LEAVE(-1);
  int file = REAL(int, openat, int, const char *, int, ...)(folder, path, flags, mode);
  if (is_ours && file >= 0 && is_new) event('C', place, 0, 0, 0, 0);
  if (is_ours && file >= 0 && !is_new && flags & O_TRUNC) event('T', place, 0, 0, 0, 0);
  LEAVE(file);
}
#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_TRUNC | O_WRONLY, mode); }
int mkostemp(char *pattern, int flags) {
  ENTER;
  if (root[0] && ours(pattern) && fails()) LEAVE(-1);
  int file = REAL(int, mkostemp, char *, int)(pattern, flags);
  if (root[0] && file >= 0 && ours(pattern)) event('C', pattern, 0, 0, 0, 0);
  LEAVE(file);
}
int mkstemp(char *pattern) { return mkostemp(pattern, 0); }

// A change of names: kind, how to do it, and the two names.
#define NAMES(kind, one, other, call) \
  ENTER; \
  int is_ours = root[0] && ours(one); \
  if (is_ours && fails()) LEAVE(-1); \
  int done = call; \
  if (is_ours && done == 0) event(kind, one, other, 0, 0, 0); \
  LEAVE(done)

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
  char one[PATH_MAX], other[PATH_MAX];
  absolute(from_folder, from, one);
  absolute(to_folder, to, other);
  NAMES(flags & 2 ? 'X' : 'R', one, other,
        REAL(int, renameat2, int, const char *, int, const char *, unsigned)(from_folder, from, to_folder, to, flags));
}
int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return renameat2(a, from, b, to, 0); }
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  char one[PATH_MAX], other[PATH_MAX];
  absolute(from_folder, from, one);
  absolute(to_folder, to, other);
  NAMES('L', one, other, REAL(int, linkat, int, const char *, int, const char *, int)(from_folder, from, to_folder, to, flags));
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
int unlinkat(int folder, const char *path, int flags) {
  char one[PATH_MAX];
  absolute(folder, path, one);
  NAMES('U', one, 0, REAL(int, unlinkat, int, const char *, int)(folder, path, flags));
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int mkdirat(int folder, const char *path, mode_t mode) {
  char one[PATH_MAX];
  absolute(folder, path, one);
  NAMES('M', one, 0, REAL(int, mkdirat, int, const char *, mode_t)(folder, path, mode));
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
