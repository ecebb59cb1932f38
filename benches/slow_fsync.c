/* A slow disk: LD_PRELOAD this, and every fsync and fdatasync takes SLOW_FSYNC_MS milliseconds more.
 *
 *     cc -O2 -shared -fPIC -o target/bench/slow_fsync.so benches/slow_fsync.c -ldl
 *     SLOW_FSYNC_MS=5 LD_PRELOAD=target/bench/slow_fsync.so target/release/niemyet serve
 *
 * The disk is still waited for first, so what is durable stays durable.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void linger(void)
{
    const char *wanted = getenv("SLOW_FSYNC_MS");
    long ms = wanted ? atol(wanted) : 5;
    struct timespec rest = {ms / 1000, ms % 1000 * 1000000};
    int before = errno;

    while (nanosleep(&rest, &rest) != 0 && errno == EINTR)
        ;
    errno = before;
}

static int slowly(const char *name, int file)
{
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int outcome;

    if (real == NULL) {
        errno = ENOSYS;
        return -1;
    }
    outcome = real(file);
    linger();
    return outcome;
}

int fsync(int file)
{
    return slowly("fsync", file);
}

int fdatasync(int file)
{
    return slowly("fdatasync", file);
}
