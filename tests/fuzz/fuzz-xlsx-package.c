/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a whole workbook: mostly a matter of what is a zip, and of what else it may be. */
#include "fuzz.h"

#include "follow-xlsx-reader.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  GError *error = NULL;
  FollowReadBook *book = follow_xlsx_read_bytes (bytes, "x.xlsx", &fuzz_limits, NULL, &error);

  fuzz_check (book, error);
  return 0;
}
