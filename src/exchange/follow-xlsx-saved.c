/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-saved.h"

#include <glib/gstdio.h>
#include <string.h>

#include "follow-xlsx-package.h"

#define PROPERTIES "docProps/core.xml"

typedef struct
{
  GString *text;
  gboolean inside;
} Found;

static void
element_started_cb (gpointer data, const char *name, const char **attributes)
{
  Found *found = data;

  found->inside = g_str_equal (name, "modified");
}

static void
element_ended_cb (gpointer data, const char *name)
{
  ((Found *) data)->inside = FALSE;
}

static void
text_came_cb (gpointer data, const char *text, int length)
{
  Found *found = data;

  if (found->inside && found->text->len < 64)
    g_string_append_len (found->text, text, length);
}

static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static char *
read_property (const char *path)
{
  static const FollowXlsxHandlers handlers = { element_started_cb, element_ended_cb, text_came_cb };
  g_autoptr (FollowXlsxPackage) package =
      follow_xlsx_package_open (path, NULL, "", &follow_read_limits_default, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  Found found = { text, FALSE };

  if (package == NULL || !follow_xlsx_package_has (package, PROPERTIES) ||
      !follow_xlsx_package_parse (package, PROPERTIES, &handlers, &found, NULL))
    return NULL;
  time = g_date_time_new_from_iso8601 (text->str, utc);
  return format_time (time);
}

char *
follow_xlsx_find_saved (const char *path)
{
  char *saved = read_property (path);
  g_autoptr (GDateTime) time = NULL;
  GStatBuf info;

  if (saved != NULL)
    return saved;
  if (g_stat (path, &info) == 0)
    time = g_date_time_new_from_unix_utc (info.st_mtime);
  saved = format_time (time);
  return saved != NULL ? saved : g_strdup ("");
}
