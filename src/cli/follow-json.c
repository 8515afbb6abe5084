/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-json.h"

#include <math.h>
#include <string.h>

struct _FollowJson
{
  GString *out; /* not owned */
  guint depth;
  gboolean is_empty;  /* nothing stands in the innermost object or array yet */
  gboolean after_key; /* the next value stands on its key's line */
};

/**
 * follow_json_new:
 * @out: takes the text, and must outlive the writer
 */
FollowJson *
follow_json_new (GString *out)
{
  FollowJson *self = g_new0 (FollowJson, 1);

  self->out = out;
  self->is_empty = TRUE;
  return self;
}

/* Ends the text with a newline. */
void
follow_json_free (FollowJson *self)
{
  g_string_append_c (self->out, '\n');
  g_free (self);
}

static void
begin_line (FollowJson *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
begin_value (FollowJson *self)
{
  if (!self->after_key && self->depth > 0)
    {
      if (!self->is_empty)
        g_string_append_c (self->out, ',');
      begin_line (self);
    }
  self->is_empty = FALSE;
  self->after_key = FALSE;
}

static void
begin (FollowJson *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_empty = TRUE;
}

static void
end (FollowJson *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->is_empty)
    begin_line (self);
  g_string_append_c (self->out, bracket);
  self->is_empty = FALSE;
}

void
follow_json_begin_object (FollowJson *self)
{
  begin (self, '{');
}

void
follow_json_end_object (FollowJson *self)
{
  end (self, '}');
}

void
follow_json_begin_array (FollowJson *self)
{
  begin (self, '[');
}

void
follow_json_end_array (FollowJson *self)
{
  end (self, ']');
}

/* What has a short escape of its own. */
static char
get_short_escape (gunichar c)
{
  switch (c)
    {
    case '"':
    case '\\':
      return c;
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
    }
}

/* Beside what JSON demands, what would drive a terminal or end a line in JavaScript is escaped. */
static gboolean
needs_escape (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

static void
append_string (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (get_short_escape (c) != 0)
        g_string_append_printf (out, "\\%c", get_short_escape (c));
      else if (needs_escape (c))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
  g_string_append_c (out, '"');
}

void
follow_json_add_key (FollowJson *self, const char *key)
{
  begin_value (self);
  append_string (self->out, key);
  g_string_append (self->out, ": ");
  self->after_key = TRUE;
}

/**
 * follow_json_add_string:
 * @text: (nullable): %NULL is written as null
 */
void
follow_json_add_string (FollowJson *self, const char *text)
{
  begin_value (self);
  if (text != NULL)
    append_string (self->out, text);
  else
    g_string_append (self->out, "null");
}

void
follow_json_add_integer (FollowJson *self, gint64 number)
{
  begin_value (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, number);
}

/* What JSON has no number for is null. */
void
follow_json_add_number (FollowJson *self, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self);
  g_string_append (self->out, isfinite (number) ? g_ascii_dtostr (text, sizeof text, number) : "null");
}

void
follow_json_add_boolean (FollowJson *self, gboolean yes)
{
  begin_value (self);
  g_string_append (self->out, yes ? "true" : "false");
}

void
follow_json_add_null (FollowJson *self)
{
  follow_json_add_string (self, NULL);
}
