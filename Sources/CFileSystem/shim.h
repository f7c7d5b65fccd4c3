#pragma once
// Two calls of Linux that its C library only declares to programs that ask for GNU's extensions, which Swift does not.
#ifdef __linux__
extern int syncfs(int file);
extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
// From <linux/fs.h>: each takes the place of the other in one step.
static const unsigned int RENAME_EACH_OTHER = 1 << 1;
#endif
