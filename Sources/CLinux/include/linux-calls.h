#pragma once
#include <stdint.h>

/* Calls of Linux and its C library that Swift does not see. */

/* Makes the calling thread one that works in the background (SCHED_BATCH): with this niceness, and put aside after so many nanoseconds when another waits.
   Linux keeps to the length since 6.12, and before needs none. Returns 0, or -1 with errno. By sched_setattr(2), for which Debian 12's C library has no function. */
int clinux_step_back(int32_t niceness, uint64_t slice);

/* Parts the heap into so many arenas at most (M_ARENA_MAX of mallopt(3)). */
void clinux_limit_arenas(int count);
