/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as delimited text. The first one chooses what the user set: encoding and delimiter. */
#include "fuzz.h"

#include "follow-delimited.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char delimiters[] = { '\0', ',', ';', '\t' };
  FollowDelimitedForm form = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  FollowReadBook *book;

  if (size == 0)
    return 0;
  form.encoding = (data[0] & 0xf) % (FOLLOW_ENCODING_WINDOWS_1252 + 1);
  form.delimiter = delimiters[(data[0] >> 4) % G_N_ELEMENTS (delimiters)];
  bytes = g_bytes_new (data + 1, size - 1);
  book = follow_delimited_read_bytes (bytes, "x.csv", &form, &fuzz_limits, NULL, &error);
  g_assert_true (book == NULL || (form.encoding != FOLLOW_ENCODING_LOOK && form.delimiter != '\0'));
  fuzz_check (book, error);
  return 0;
}
