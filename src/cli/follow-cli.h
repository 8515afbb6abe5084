/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Does what the words of a call ask for, without a display, if they begin with a verb.
 *
 * @handled: (out): %FALSE when they do not: then a window is wanted, of the file @argv[1] if there
 *   is one
 *
 * Returns: the exit status: 0 done; 1 could not, and stderr says why; 2 the words are wrong
 */
int follow_cli_run (int argc, char **argv, gboolean *handled);

G_END_DECLS
