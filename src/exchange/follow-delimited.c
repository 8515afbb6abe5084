/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-delimited.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "follow-delimited-decode.h"
#include "follow-error.h"

/* Enough to tell the delimiter by. */
#define LOOKED_AT_RECORDS 200
#define LOOKED_AT_BYTES (64 * 1024)
#define MAX_COLUMNS 16384
#define MAX_COUNTED 64
#define CELLS_A_STEP 1024

/* The rarest in wording first, as it says most where two fit as well. */
static const char delimiters[] = { '\t', ';', ',' };

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Reads one quoted or plain cell at @p into @cell and returns what follows it: a delimiter, a line
 * end or the end. @closed tells whether its quotation mark was. */
static const char *
read_cell (const char *p, char delimiter, GString *cell, gboolean *closed)
{
  g_string_truncate (cell, 0);
  *closed = TRUE;
  if (*p == '"')
    {
      *closed = FALSE;
      for (p++; *p != '\0' && !*closed; p++)
        if (*p == '"' && p[1] == '"')
          g_string_append_c (cell, *p++);
        else if (*p == '"')
          *closed = TRUE;
        else if (*p != '\r')
          g_string_append_c (cell, *p);
        else if (p[1] != '\n')
          g_string_append_c (cell, '\n');
    }
  /* What stands behind a closing mark belongs to the cell too. */
  while (*p != '\0' && *p != delimiter && !is_line_end (*p))
    g_string_append_c (cell, *p++);
  return p;
}

static const char *
skip_line_end (const char *p)
{
  if (p[0] == '\r' && p[1] == '\n')
    return p + 2;
  return *p != '\0' ? p + 1 : p;
}

/* How many of the first records have the number of cells that most have, if that is more than one. */
static guint
score (const char *text, char delimiter, guint *n_cells)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint counts[MAX_COUNTED] = { 0 };
  guint best = 0;
  const char *p = text;

  for (guint i = 0; i < LOOKED_AT_RECORDS && *p != '\0' && p - text < LOOKED_AT_BYTES; i++)
    {
      guint n = 0;
      gboolean closed;

      do
        {
          p = read_cell (n > 0 ? p + 1 : p, delimiter, cell, &closed);
          n++;
        }
      while (*p == delimiter);
      p = skip_line_end (p);
      if (n > 1)
        counts[MIN (n, MAX_COUNTED - 1)]++;
    }
  for (guint n = 2; n < MAX_COUNTED; n++)
    if (counts[n] >= counts[best] && counts[n] > 0)
      best = n;
  *n_cells = best;
  return counts[best];
}

static char
look_for_delimiter (const char *text)
{
  char found = ',';
  guint best = 0;
  guint best_cells = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint n_cells;
      guint n = score (text, delimiters[i], &n_cells);

      if (n > best || (n == best && n_cells > best_cells))
        {
          found = delimiters[i];
          best = n;
          best_cells = n_cells;
        }
    }
  return found;
}

/* Excel's own way to say which delimiter a file has: a first line sep=; */
static const char *
read_first_line (const char *text, char *delimiter)
{
  if (!g_str_has_prefix (text, "sep=") || text[4] == '\0' || is_line_end (text[4]) ||
      (text[5] != '\0' && !is_line_end (text[5])))
    return text;
  if (*delimiter == '\0')
    *delimiter = text[4];
  return skip_line_end (text + 5);
}

typedef struct
{
  FollowReadBook *book;
  FollowReadSheet *sheet;
  const FollowReadLimits *limits;
  const char *name;
  char delimiter;
  guint32 row;
  guint steps; /* cells read: now and then it is seen whether time is up */
  gint64 deadline;
  GCancellable *cancellable;
} TableRead;

static gboolean
refuse (const char *name, int code, const char *reason, GError **error)
{
  follow_read_set_error (error, code, name, reason);
  return FALSE;
}

static gboolean
keep_cell (TableRead *self, guint column, GString *text, GError **error)
{
  FollowReadCell cell = { .row = self->row, .column = column, .type = FOLLOW_READ_TEXT };

  if (column >= MAX_COLUMNS || self->sheet->cells->len >= self->limits->n_cells ||
      text->len > self->limits->text_bytes)
    return refuse (self->name, FOLLOW_ERROR_REFUSED, _ ("it holds more than is read from a table"), error);
  if (text->len == 0)
    return TRUE;
  cell.text = g_string_chunk_insert_len (self->book->texts, text->str, text->len);
  g_array_append_val (self->sheet->cells, cell);
  return TRUE;
}

static gboolean
check_time (TableRead *self, GError **error)
{
  if (self->steps++ % CELLS_A_STEP != 0)
    return TRUE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return refuse (self->name, FOLLOW_ERROR_CANCELLED, _ ("it was cancelled"), error);
  if (g_get_monotonic_time () > self->deadline)
    return refuse (self->name, FOLLOW_ERROR_REFUSED, _ ("it takes too long to read"), error);
  return TRUE;
}

static gboolean
read_records (TableRead *self, const char *text, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = text;

  for (; *p != '\0'; p = skip_line_end (p), self->row++)
    {
      gboolean closed;
      guint column = 0;

      do
        {
          p = read_cell (column > 0 ? p + 1 : p, self->delimiter, cell, &closed);
          if (!closed)
            {
              g_autofree char *reason =
                  g_strdup_printf (_ ("the quotation mark opened in row %u is never closed"), self->row + 1);

              return refuse (self->name, FOLLOW_ERROR_DAMAGED, reason, error);
            }
          if (!keep_cell (self, column++, cell, error) || !check_time (self, error))
            return FALSE;
        }
      while (*p == self->delimiter);
    }
  return TRUE;
}

static gboolean
check_head (GBytes *bytes, const char *name, GError **error)
{
  gsize n;
  const char *head = g_bytes_get_data (bytes, &n);

  if (n == 0)
    return refuse (name, FOLLOW_ERROR_DAMAGED, _ ("it is empty"), error);
  if ((n >= 4 && memcmp (head, "PK\3\4", 4) == 0) || (n >= 4 && memcmp (head, "\xd0\xcf\x11\xe0", 4) == 0))
    return refuse (name, FOLLOW_ERROR_FOREIGN, _ ("it is a workbook or archive and not text"), error);
  if (n >= 5 && memcmp (head, "%PDF-", 5) == 0)
    return refuse (name, FOLLOW_ERROR_FOREIGN, _ ("it is a PDF document and not text"), error);
  return TRUE;
}

/* The sheet is named as the file, without its ending. */
static char *
sheet_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? g_strndup (name, dot - name) : g_strdup (name);
}

FollowReadBook *
follow_delimited_read_bytes (GBytes *bytes,
                             const char *name,
                             FollowDelimitedForm *form,
                             const FollowReadLimits *limits,
                             GCancellable *cancellable,
                             GError **error)
{
  FollowDelimitedForm own = { FOLLOW_ENCODING_LOOK, '\0' };
  FollowDelimitedForm *used = form != NULL ? form : &own;
  g_autoptr (FollowReadBook) book = follow_read_book_new ();
  g_autofree char *title = sheet_name (name);
  g_autofree char *text = NULL;
  TableRead table = { .book = book,
                      .limits = limits != NULL ? limits : &follow_read_limits_default,
                      .name = name,
                      .cancellable = cancellable };
  const char *start;

  if (g_bytes_get_size (bytes) > table.limits->file_bytes)
    {
      refuse (name, FOLLOW_ERROR_REFUSED, _ ("it is too large"), error);
      return NULL;
    }
  if (!check_head (bytes, name, error))
    return NULL;
  table.deadline = g_get_monotonic_time () + table.limits->seconds * G_USEC_PER_SEC;
  text = follow_delimited_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &used->encoding);
  start = read_first_line (text, &used->delimiter);
  if (used->delimiter == '\0')
    used->delimiter = look_for_delimiter (start);
  table.delimiter = used->delimiter;
  table.sheet = follow_read_book_add_sheet (book, title);
  if (!read_records (&table, start, error))
    return NULL;
  follow_read_sheet_finish (table.sheet);
  return g_steal_pointer (&book);
}

FollowReadBook *
follow_delimited_read (const char *path,
                       FollowDelimitedForm *form,
                       const FollowReadLimits *limits,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint64 most = limits != NULL ? limits->file_bytes : follow_read_limits_default.file_bytes;
  char *contents;
  gsize length;
  GStatBuf info;
  gboolean there = g_stat (path, &info) == 0;

  if (there && !S_ISREG (info.st_mode))
    {
      refuse (name, FOLLOW_ERROR_FOREIGN, _ ("it is not a file"), error);
      return NULL;
    }
  if (there && (guint64) info.st_size > most)
    {
      refuse (name, FOLLOW_ERROR_REFUSED, _ ("it is too large"), error);
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, &local_error))
    {
      gboolean absent = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      refuse (name, absent ? FOLLOW_ERROR_NOT_FOUND : FOLLOW_ERROR_FAILED,
              absent ? _ ("there is no such file") : _ ("it may not be opened"), error);
      return NULL;
    }
  bytes = g_bytes_new_take (contents, length);
  return follow_delimited_read_bytes (bytes, name, form, limits, cancellable, error);
}

/* A dash in front makes a plain negative number, or stands alone for none. */
static gboolean
is_plain_dash (const char *text)
{
  return text[0] == '-' && (text[1] == '\0' || (g_ascii_isdigit (text[1]) &&
                                                text[1 + strspn (text + 1, "0123456789.,%")] == '\0'));
}

/* What OWASP lists as the beginnings that make a spreadsheet run a text, full-width forms included. */
static gboolean
would_run (const char *text)
{
  gunichar first = g_utf8_get_char_validated (text, -1);

  if (is_plain_dash (text))
    return FALSE;
  return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r' ||
         first == '\n' || first == 0xff1d || first == 0xff0b || first == 0xff0d || first == 0xff20;
}

void
follow_delimited_append_row (GString *out, const char *const *cells, guint n_cells, gboolean guard)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (cells[i] != NULL ? cells[i] : "", -1);
      gboolean run = guard && would_run (valid);
      /* A lone empty cell would else be a blank line, which is no record. */
      gboolean quoted = strpbrk (valid, ",\"\r\n") != NULL || (n_cells == 1 && *valid == '\0');

      if (i > 0)
        g_string_append_c (out, ',');
      if (quoted)
        g_string_append_c (out, '"');
      if (run)
        g_string_append_c (out, '\'');
      for (const char *p = valid; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *p);
        }
      if (quoted)
        g_string_append_c (out, '"');
    }
  g_string_append (out, "\r\n");
}
