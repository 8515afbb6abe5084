/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-text-table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "follow-delimited.h"

#define GAP 2
/* A column is not made narrower than this to fit the terminal. */
#define MIN_WIDTH 6

struct _FollowTextTable
{
  GPtrArray *names;
  GPtrArray *labels;
  GPtrArray *cells; /* row after row; may be NULL */
  GPtrArray *notes; /* by row: lines that stand below it, or NULL */
};

FollowTextTable *
follow_text_table_new (void)
{
  FollowTextTable *self = g_new0 (FollowTextTable, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
follow_text_table_free (FollowTextTable *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * follow_text_table_add_column:
 * @name: what scripts call it, in delimited text
 * @label: what people call it
 *
 * Columns come before rows.
 */
void
follow_text_table_add_column (FollowTextTable *self, const char *name, const char *label)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->labels, g_strdup (label));
}

/* Adds a cell; rows follow from the number of columns. @text: (transfer full) (nullable) */
void
follow_text_table_take (FollowTextTable *self, char *text)
{
  g_ptr_array_add (self->cells, text);
}

void
follow_text_table_add (FollowTextTable *self, const char *text)
{
  follow_text_table_take (self, g_strdup (text));
}

/* Puts lines, each ended, below the row that was added last; text for people only.
 * @lines: (transfer full) */
void
follow_text_table_take_note (FollowTextTable *self, char *lines)
{
  guint n_rows = self->cells->len / self->labels->len;

  g_return_if_fail (n_rows > self->notes->len);

  g_ptr_array_set_size (self->notes, n_rows);
  self->notes->pdata[n_rows - 1] = lines;
}

char *
follow_text_table_make_plain (const char *text, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append (plain, lines ? "\n" : " ↵ ");
      else if (c == '\t')
        g_string_append_c (plain, ' ');
      else
        g_string_append_unichar (plain, g_unichar_iscntrl (c) ? 0xfffd : c);
    }
  return g_string_free (plain, FALSE);
}

static guint
measure_char (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/* How many columns of a terminal @text takes. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += measure_char (g_utf8_get_char (p));
  return width;
}

/* Appends as much of @text as fits, with … when that is not all, and blanks up to @width. */
static void
append_fitted (GString *out, const char *text, guint width, gboolean last)
{
  gboolean cut = measure (text) > width;
  guint room = cut ? width - 1 : width;
  guint used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint wide = measure_char (g_utf8_get_char (p));

      if (used + wide > room)
        break;
      g_string_append_unichar (out, g_utf8_get_char (p));
      used += wide;
    }
  if (cut)
    {
      g_string_append (out, "…");
      used++;
    }
  if (!last)
    g_string_append_printf (out, "%*s", (int) (width - used + GAP), "");
}

/* Returns: the columns of the terminal that is written to, 0 when it is a file or a pipe */
static guint
get_terminal_width (void)
{
  struct winsize size = { 0 };

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}

/* Narrows the widest columns until all fit, as far as that goes. Returns: whether any was */
static gboolean
fit_widths (guint *widths, guint n_columns, guint room)
{
  gboolean cut = FALSE;

  for (;;)
    {
      guint total = (n_columns - 1) * GAP;
      guint widest = 0;

      for (guint i = 0; i < n_columns; i++)
        {
          total += widths[i];
          if (widths[i] > widths[widest])
            widest = i;
        }
      if (total <= room || widths[widest] <= MIN_WIDTH)
        return cut;
      widths[widest]--;
      cut = TRUE;
    }
}

static void
append_row (GString *out, char **cells, const guint *widths, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    append_fitted (out, cells[i] != NULL ? cells[i] : "", widths[i], i + 1 == n_columns);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/**
 * follow_text_table_append_text:
 *
 * Appends aligned columns: as wide as they are, or cut to the width of the terminal when that is
 * what is written to.
 */
void
follow_text_table_append_text (FollowTextTable *self, GString *out)
{
  guint n_columns = self->labels->len;
  g_autofree guint *widths = g_new0 (guint, n_columns);
  g_autofree char **rules = g_new0 (char *, n_columns);
  guint room = get_terminal_width ();
  gboolean cut = FALSE;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = measure (self->labels->pdata[i]);
  for (guint i = 0; i < self->cells->len; i++)
    if (self->cells->pdata[i] != NULL)
      {
        char *plain = follow_text_table_make_plain (self->cells->pdata[i], FALSE);

        g_free (self->cells->pdata[i]);
        self->cells->pdata[i] = plain;
        widths[i % n_columns] = MAX (widths[i % n_columns], measure (plain));
      }
  if (room > 0)
    cut = fit_widths (widths, n_columns, room);
  append_row (out, (char **) self->labels->pdata, widths, n_columns);
  for (guint i = 0; i + n_columns <= self->cells->len; i += n_columns)
    {
      guint row = i / n_columns;

      append_row (out, (char **) self->cells->pdata + i, widths, n_columns);
      if (row < self->notes->len && self->notes->pdata[row] != NULL)
        g_string_append (out, self->notes->pdata[row]);
    }
  if (cut)
    g_string_append_printf (out, "%s\n", _ ("(… stands for more: --format csv or json gives all of it.)"));
}

/**
 * follow_text_table_append_csv:
 *
 * Appends delimited text, in which nothing can be taken for a formula.
 */
void
follow_text_table_append_csv (FollowTextTable *self, GString *out)
{
  guint n_columns = self->names->len;

  follow_delimited_append_row (out, (const char *const *) self->names->pdata, n_columns, FALSE);
  for (guint i = 0; i + n_columns <= self->cells->len; i += n_columns)
    follow_delimited_append_row (out, (const char *const *) self->cells->pdata + i, n_columns, TRUE);
}
