/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-error.h"

G_DEFINE_QUARK (follow - error - quark, follow_error)
