/* Makes the disk under a database fail for a test: loaded before libc, it counts the writes and syncs of
 * files whose path holds "niemyet.db" and answers one of them with EIO, or all writes with ENOSPC while a
 * certain file exists. What fails is not done at all; everything after it works again, as on a disk whose
 * error a second fsync does not repeat. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long calls;

static int of_database(int fd)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    /* The shared memory beside the journal is no part of what must be durable. */
    return strstr(path, "niemyet.db") != NULL && strstr(path, "-shm") == NULL;
}

/* Whether this call fails; sets errno. */
static int fails(int fd, int writes)
{
    if (!of_database(fd))
        return 0;
    const char *full = getenv("SHIM_FULL"), *at = getenv("SHIM_AT");
    if (full && writes && access(full, F_OK) == 0) {
        errno = ENOSPC;
        return 1;
    }
    if (at && __sync_add_and_fetch(&calls, 1) == atol(at)) {
        static const char said[] = "shim: failed\n";
        if (write(STDERR_FILENO, said, sizeof said - 1) < 0)
            abort();
        errno = EIO;
        return 1;
    }
    return 0;
}

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) \
        real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    REAL(pwrite);
    return fails(fd, 1) ? -1 : real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    REAL(pwrite64);
    return fails(fd, 1) ? -1 : real(fd, bytes, count, at);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    REAL(write);
    return fails(fd, 1) ? -1 : real(fd, bytes, count);
}

int ftruncate64(int fd, off64_t length)
{
    REAL(ftruncate64);
    return fails(fd, 0) ? -1 : real(fd, length);
}

int fsync(int fd)
{
    REAL(fsync);
    return fails(fd, 0) ? -1 : real(fd);
}

int fdatasync(int fd)
{
    REAL(fdatasync);
    return fails(fd, 0) ? -1 : real(fd);
}
