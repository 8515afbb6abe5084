/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "follow-read-sheet.h"

G_BEGIN_DECLS

/* What libFuzzer, or replay.c, calls with bytes to be read or refused. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* As the usual limits, but so small that an input takes no time. */
extern const FollowReadLimits fuzz_limits;

/* Checks what a reader returned, looks at all of it as an import would, and frees it. */
void fuzz_check (FollowReadBook *book, GError *error);

G_END_DECLS
