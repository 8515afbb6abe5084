/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-register.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the path of a register with @n_actions actions and what belongs to them, made once
 * for the build folder and shared by all benchmarks. It is for reading; whoever writes takes a copy. */
char *bench_register_get (guint n_actions);

/* Returns: (transfer full): the path of a copy, on the disk that the build folder is on; the caller removes it */
char *bench_register_copy (guint n_actions, const char *name);

/* Returns: how many actions were read from the file so far, each time it was read counted: how often the statement
 * that reads one was run */
int bench_register_count_read (FollowRegister *reg);

G_END_DECLS
