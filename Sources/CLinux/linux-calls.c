#define _GNU_SOURCE
#include "linux-calls.h"
#include <malloc.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As sched_setattr(2) has it, in its first version. */
struct attributes {
    uint32_t size, policy;
    uint64_t flags;
    int32_t niceness;
    uint32_t priority;
    uint64_t runtime, deadline, period;
};

int clinux_step_back(int32_t niceness, uint64_t slice) {
    struct attributes wanted = {.size = sizeof wanted, .policy = SCHED_BATCH, .niceness = niceness, .runtime = slice};
    return (int)syscall(SYS_sched_setattr, 0, &wanted, 0);
}

void clinux_limit_arenas(int count) { mallopt(M_ARENA_MAX, count); }
