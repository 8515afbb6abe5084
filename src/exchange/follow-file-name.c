/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-file-name.h"

#include <string.h>

/* Windows has devices of these names, whatever ending follows. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", NULL };
  g_autofree char *lower = g_ascii_strdown (name, strcspn (name, "."));

  return g_strv_contains (devices, lower) ||
         (strlen (lower) == 4 && (g_str_has_prefix (lower, "com") || g_str_has_prefix (lower, "lpt")) &&
          g_ascii_isdigit (lower[3]));
}

static gboolean
is_kept_back (gunichar c)
{
  /* Direction marks would show a name as another than it is. */
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR ||
         g_unichar_type (c) == G_UNICODE_PARAGRAPH_SEPARATOR ||
         (c < 0x80 && strchr ("/\\:*?\"<>|", (char) c) != NULL);
}

/* A dot in front hides a file, and Windows drops dots and blanks at the end. */
static void
trim (GString *name)
{
  gsize front = strspn (name->str, ". ");

  g_string_erase (name, 0, front);
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

char *
follow_file_name_make (const char *text, const char *fallback, gsize max_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len + (g_utf8_next_char (p) - p) > max_bytes)
        break;
      g_string_append_unichar (name, is_kept_back (c) ? '-' : c);
    }
  trim (name);
  if (name->len == 0)
    return g_strdup (fallback);
  if (is_device (name->str))
    g_string_prepend_c (name, '-');
  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
follow_file_name_make_unique (const char *stem, const char *ending, GHashTable *taken)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *name =
          n == 1 ? g_strconcat (stem, ending, NULL) : g_strdup_printf ("%s (%u)%s", stem, n, ending);
      g_autofree char *folded = g_utf8_casefold (name, -1);
      char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

      if (g_hash_table_add (taken, plain))
        return g_steal_pointer (&name);
    }
}
