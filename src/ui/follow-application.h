/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the program with a window until it is closed. Returns: the exit status */
int follow_application_run (int argc, char **argv);

G_END_DECLS
