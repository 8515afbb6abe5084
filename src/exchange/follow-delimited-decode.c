/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-delimited-decode.h"

#include <string.h>

#define LOOKED_AT 8192

/* 0x80 to 0x9f; what Windows leaves undefined is replaced. */
static const gunichar windows_1252[] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

/* Latin text in UTF-16 has a zero in every other byte. */
static FollowEncoding
look_for_zeros (const guchar *bytes, gsize length)
{
  gsize n = MIN (length, LOOKED_AT);
  gsize even = 0;
  gsize odd = 0;

  for (gsize i = 0; i + 1 < n; i += 2)
    {
      even += bytes[i] == 0;
      odd += bytes[i + 1] == 0;
    }
  if (odd > n / 4 && odd > 8 * even)
    return FOLLOW_ENCODING_UTF_16_LE;
  if (even > n / 4 && even > 8 * odd)
    return FOLLOW_ENCODING_UTF_16_BE;
  return FOLLOW_ENCODING_LOOK;
}

/* Whether all but a cut letter at the very end is UTF-8, with letters beyond ASCII to prove it. */
static gboolean
is_cut_utf_8 (const guchar *bytes, gsize valid, gsize length)
{
  if (length - valid > 3)
    return FALSE;
  for (gsize i = 0; i < valid; i++)
    if (bytes[i] >= 0x80)
      return TRUE;
  return FALSE;
}

static FollowEncoding
look (const guchar *bytes, gsize length)
{
  FollowEncoding wide;
  const char *end;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return FOLLOW_ENCODING_UTF_8;
  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return FOLLOW_ENCODING_UTF_16_LE;
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return FOLLOW_ENCODING_UTF_16_BE;
  wide = look_for_zeros (bytes, length);
  if (wide != FOLLOW_ENCODING_LOOK)
    return wide;
  if (g_utf8_validate_len ((const char *) bytes, length, &end) ||
      is_cut_utf_8 (bytes, end - (const char *) bytes, length) ||
      (*end == '\0' && memchr (bytes, 0, length) != NULL))
    return FOLLOW_ENCODING_UTF_8;
  return FOLLOW_ENCODING_WINDOWS_1252;
}

static void
append (GString *text, gunichar c)
{
  g_string_append_unichar (text, c == 0 ? 0xfffd : c);
}

static void
decode_utf_16 (GString *text, const guchar *bytes, gsize length, gboolean big)
{
  guint32 high = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      guint32 unit = big ? bytes[i] << 8 | bytes[i + 1] : bytes[i + 1] << 8 | bytes[i];

      if (high != 0 && unit >= 0xdc00 && unit <= 0xdfff)
        {
          append (text, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
          high = 0;
          continue;
        }
      if (high != 0)
        append (text, 0xfffd);
      high = unit >= 0xd800 && unit <= 0xdbff ? unit : 0;
      if (high == 0)
        append (text, unit >= 0xdc00 && unit <= 0xdfff ? 0xfffd : unit);
    }
  if (high != 0 || length % 2 != 0)
    append (text, 0xfffd);
}

static void
decode_windows (GString *text, const guchar *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    append (text, bytes[i] >= 0x80 && bytes[i] <= 0x9f ? windows_1252[bytes[i] - 0x80] : bytes[i]);
}

char *
follow_delimited_decode (const guchar *bytes, gsize length, FollowEncoding *encoding)
{
  GString *text;
  char *plain;

  if (*encoding == FOLLOW_ENCODING_LOOK)
    *encoding = look (bytes, length);
  if (*encoding == FOLLOW_ENCODING_UTF_8)
    {
      g_autofree char *valid = g_utf8_make_valid ((const char *) bytes, length);

      text = g_string_new (valid);
    }
  else
    {
      text = g_string_sized_new (length);
      if (*encoding == FOLLOW_ENCODING_WINDOWS_1252)
        decode_windows (text, bytes, length);
      else
        decode_utf_16 (text, bytes, length, *encoding == FOLLOW_ENCODING_UTF_16_BE);
    }
  if (g_str_has_prefix (text->str, "\xef\xbb\xbf"))
    g_string_erase (text, 0, 3);
  plain = g_string_free (text, FALSE);
  return plain;
}
