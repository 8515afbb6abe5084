/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "follow-error.h"
#include "follow-safe-file.h"
#include "follow-xlsx-count.h"
#include "follow-xlsx-furniture.h"
#include "follow-xlsx-text.h"

/* Rows between two looks at the cancellable and the disk. */
#define ROWS_A_STEP 128
/* Shares of the whole, as measured: the rest goes to compressing and reading back. */
#define SHARE_OF_ROWS 0.7
#define SHARE_OF_CLOSING 0.9
#define MAX_PROPERTY 255

/* One export, from its start to its end. */
typedef struct
{
  FollowBook *book;
  FollowSafeFile file;
  FollowXlsxStyles styles;
  FollowXlsxLists lists;
  lxw_workbook *workbook;
  GHashTable *names;
  GArray *counts; /* of guint64: each sheet's cells */
  FollowXlsxProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 n_done;
  guint64 n_expected;
  guint64 n_bytes; /* in temporary files */
} Run;

static void
run_clear (Run *self)
{
  lxw_worksheet *worksheet;

  if (self->workbook != NULL)
    {
      /* libxlsxwriter closes these only when it puts the workbook together. */
      STAILQ_FOREACH (worksheet, self->workbook->worksheets, list_pointers)
      {
        if (worksheet->optimize_tmpfile != NULL)
          fclose (worksheet->optimize_tmpfile);
      }
      lxw_workbook_free (self->workbook);
    }
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->lists.lists, g_ptr_array_unref);
  g_clear_pointer (&self->lists.name, g_free);
  follow_safe_file_clear (&self->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
report (Run *self, double fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->progress_data);
}

static gboolean
check_cancelled (Run *self, GError **error)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  follow_safe_file_set_error (&self->file, error, FOLLOW_ERROR_CANCELLED, _ ("it was cancelled"));
  return TRUE;
}

static gboolean
fail_full_sheet (Run *self, const char *name, GError **error)
{
  g_autofree char *reason = g_strdup_printf (
      _ ("the sheet “%s” would have more than 1,048,576 rows, the most that Excel can hold"), name);

  follow_safe_file_set_error (&self->file, error, FOLLOW_ERROR_REFUSED, reason);
  return FALSE;
}

/* libxlsxwriter does not look whether its temporary files take what it writes; this does. */
static gboolean
check_disk (Run *self, lxw_worksheet *worksheet, gboolean all, GError **error)
{
  errno = 0;
  if (!ferror (worksheet->optimize_tmpfile) && !(all && fflush (worksheet->optimize_tmpfile) != 0))
    return TRUE;
  follow_safe_file_set_errno (&self->file, error, errno != 0 ? errno : ENOSPC);
  return FALSE;
}

static gboolean
step (Run *self, FollowXlsxTable *table, GError **error)
{
  if (self->n_done++ % ROWS_A_STEP != 0)
    return TRUE;
  if (check_cancelled (self, error) || !check_disk (self, table->cells.worksheet, FALSE, error))
    return FALSE;
  report (self, SHARE_OF_ROWS * MIN (1.0, (double) self->n_done / MAX (self->n_expected, 1)));
  return TRUE;
}

static gboolean
add_row (Run *self, FollowXlsxTable *table, const FollowSheetRow *row, GError **error)
{
  if (!step (self, table, error))
    return FALSE;
  return follow_xlsx_table_add_row (table, row) || fail_full_sheet (self, table->sheet->name, error);
}

static gboolean
add_streamed_rows (Run *self, FollowXlsxTable *table, GError **error)
{
  const FollowSheet *sheet = table->sheet;
  g_autoptr (FollowSheetRow) row = follow_sheet_row_new (sheet->columns->len);
  g_autoptr (GError) local_error = NULL;

  while (sheet->row_func (row, sheet->row_data, &local_error))
    {
      if (!add_row (self, table, row, error))
        return FALSE;
      follow_sheet_row_clear (row);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_rows (Run *self, FollowXlsxTable *table, GError **error)
{
  const FollowSheet *sheet = table->sheet;

  for (guint i = 0; i < sheet->rows->len; i++)
    if (!add_row (self, table, g_ptr_array_index (sheet->rows, i), error))
      return FALSE;
  if (sheet->row_func != NULL && !add_streamed_rows (self, table, error))
    return FALSE;
  return follow_xlsx_table_flush (table) || fail_full_sheet (self, sheet->name, error);
}

static gboolean
put_notes (Run *self, FollowXlsxTable *table, GError **error)
{
  const FollowSheet *sheet = table->sheet;

  if (sheet->notes->len > 0)
    table->row++;
  for (guint i = 0; i < sheet->notes->len; i++)
    {
      const FollowSheetLine *line = &g_array_index (sheet->notes, FollowSheetLine, i);

      if (!follow_xlsx_table_add_line (table, line->text, line->style))
        return fail_full_sheet (self, sheet->name, error);
    }
  return TRUE;
}

static gboolean
put_furniture (Run *self, FollowXlsxTable *table, FollowXlsxPlace *place, GPtrArray *headings, GError **error)
{
  lxw_worksheet *worksheet = table->cells.worksheet;
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  follow_xlsx_set_page (worksheet, self->book);
  follow_xlsx_set_panes (worksheet, table->sheet, place);
  if (headings->len == 0)
    return TRUE;
  if (table->sheet->native_table && !follow_xlsx_add_native_table (table, place, headings))
    {
      follow_safe_file_set_error (&self->file, error, FOLLOW_ERROR_FAILED, _ ("its table could not be made"));
      return FALSE;
    }
  follow_xlsx_add_choices (table, place, &self->lists);
  follow_xlsx_add_all_colours (table, place);
  if (table->starts != NULL)
    follow_xlsx_add_charts (table, place, self->workbook);
  /* References such as 007 are meant to be text. */
  lxw_rowcol_to_range (range, place->first, 0, MAX (place->last, place->first), headings->len - 1);
  worksheet_ignore_errors (worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
  return TRUE;
}

static gboolean
fill_sheet (Run *self, FollowXlsxTable *table, GError **error)
{
  const FollowSheet *sheet = table->sheet;
  g_autoptr (GPtrArray) headings = follow_xlsx_headings (sheet);
  FollowXlsxPlace place = { 0 };

  if (sheet->charts->len > 0)
    table->starts = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  follow_xlsx_set_columns (table->cells.worksheet, sheet);
  follow_xlsx_put_top (table, &place, headings);
  if (!add_rows (self, table, error))
    return FALSE;
  place.last = table->row > 0 ? table->row - 1 : 0;
  return put_furniture (self, table, &place, headings, error) && put_notes (self, table, error) &&
         check_disk (self, table->cells.worksheet, TRUE, error);
}

static lxw_worksheet *
new_worksheet (Run *self, const char *name, GError **error)
{
  lxw_worksheet *worksheet;

  errno = 0;
  worksheet = workbook_add_worksheet (self->workbook, name);
  if (worksheet == NULL || worksheet->optimize_tmpfile == NULL)
    {
      follow_safe_file_set_errno (&self->file, error, errno != 0 ? errno : EIO);
      return NULL;
    }
  return worksheet;
}

static gboolean
write_sheet (Run *self, const FollowSheet *sheet, const char *name, GError **error)
{
  lxw_worksheet *worksheet = new_worksheet (self, name, error);
  FollowXlsxTable table;
  gboolean ok;

  if (worksheet == NULL)
    return FALSE;
  if (sheet->columns->len > LXW_COL_MAX)
    {
      follow_safe_file_set_error (&self->file, error, FOLLOW_ERROR_REFUSED,
                                  _ ("Excel cannot hold so many columns"));
      return FALSE;
    }
  follow_xlsx_table_init (&table, sheet, worksheet, &self->styles);
  ok = fill_sheet (self, &table, error);
  if (ok)
    {
      g_array_append_val (self->counts, table.cells.n_cells);
      self->n_bytes += MAX (ftell (worksheet->optimize_tmpfile), 0);
    }
  follow_xlsx_protect (worksheet, sheet);
  if (sheet->hidden)
    worksheet_hide (worksheet);
  follow_xlsx_table_clear (&table);
  return ok;
}

static gboolean
write_lists (Run *self, GError **error)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  lxw_worksheet *worksheet;
  guint64 n_cells = 0;
  gboolean more = TRUE;

  if (self->lists.lists->len == 0)
    return TRUE;
  worksheet = new_worksheet (self, self->lists.name, error);
  if (worksheet == NULL)
    return FALSE;
  for (lxw_row_t row = 0; more && row < LXW_ROW_MAX; row++)
    {
      more = FALSE;
      for (guint i = 0; i < self->lists.lists->len; i++)
        {
          char **words = g_ptr_array_index (self->lists.lists, i);

          if (row >= g_strv_length (words))
            continue;
          more = TRUE;
          n_cells += *words[row] != '\0' ? 1 : 0;
          worksheet_write_string (worksheet, row, i, follow_xlsx_text_escape (words[row], scratch), NULL);
        }
    }
  worksheet_hide (worksheet);
  g_array_append_val (self->counts, n_cells);
  return check_disk (self, worksheet, TRUE, error);
}

/* Excel wants a visible sheet in front, and one at least. */
static void
show_first_sheet (Run *self)
{
  lxw_worksheet *first = STAILQ_FIRST (self->workbook->worksheets);
  lxw_worksheet *worksheet;

  STAILQ_FOREACH (worksheet, self->workbook->worksheets, list_pointers)
  {
    if (worksheet->hidden)
      continue;
    worksheet_activate (worksheet);
    worksheet_set_first_sheet (worksheet);
    return;
  }
  if (first != NULL)
    worksheet_activate (first);
}

static void
set_properties (Run *self)
{
  g_autofree char *title = follow_xlsx_text_one_line (self->book->title, MAX_PROPERTY);
  g_autofree char *subject = follow_xlsx_text_one_line (self->book->subject, MAX_PROPERTY);
  g_autofree char *author = follow_xlsx_text_one_line (self->book->author, MAX_PROPERTY);
  g_autofree char *marking = follow_xlsx_text_one_line (self->book->marking, MAX_PROPERTY);
  g_autofree char *created = follow_xlsx_text_one_line (self->book->created_at, MAX_PROPERTY);
  lxw_doc_properties properties = {
    .title = title,
    .subject = subject,
    .author = author,
    .category = marking,
    .comments = created,
  };

  workbook_set_properties (self->workbook, &properties);
}

static gboolean
write_all (Run *self, GError **error)
{
  g_auto (GStrv) names = g_new0 (char *, self->book->sheets->len + 1);

  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const FollowSheet *sheet = g_ptr_array_index (self->book->sheets, i);

      names[i] = follow_xlsx_sheet_name (sheet->name, self->names);
      self->n_expected += sheet->rows->len + sheet->n_expected;
    }
  self->lists.name = follow_xlsx_sheet_name (_ ("Lists"), self->names);
  set_properties (self);
  for (guint i = 0; i < self->book->sheets->len; i++)
    if (!write_sheet (self, g_ptr_array_index (self->book->sheets, i), names[i], error))
      return FALSE;
  if (!write_lists (self, error))
    return FALSE;
  show_first_sheet (self);
  return !check_cancelled (self, error);
}

/* After a failure the temporary files are gone and nobody says why it failed, so the room that there
 * is tells: it would have held the sheets twice, and the workbook. */
static void
set_closing_error (Run *self, int number, GError **error)
{
  guint64 need = self->n_bytes * 2 + self->n_bytes / 4 + 64 * 1024;

  if (number == ENOSPC || number == EDQUOT || follow_safe_file_room (&self->file) < need)
    follow_safe_file_set_errno (&self->file, error, ENOSPC);
  else
    follow_safe_file_set_error (&self->file, error, FOLLOW_ERROR_DAMAGED,
                                _ ("it did not read back as written"));
}

static gboolean
close_and_check (Run *self, GError **error)
{
  guint n_sheets = self->counts->len;
  g_autofree guint64 *counts = g_new0 (guint64, n_sheets + 1);
  lxw_error result;
  int number;

  report (self, SHARE_OF_ROWS);
  errno = 0;
  result = workbook_close (g_steal_pointer (&self->workbook));
  number = errno;
  if (result != LXW_NO_ERROR)
    {
      set_closing_error (self, number, error);
      return FALSE;
    }
  report (self, SHARE_OF_CLOSING);
  if (!follow_xlsx_count_cells (self->file.temp, n_sheets, counts, NULL) ||
      (n_sheets > 0 && memcmp (counts, self->counts->data, n_sheets * sizeof *counts) != 0))
    {
      set_closing_error (self, 0, error);
      return FALSE;
    }
  return !check_cancelled (self, error) && follow_safe_file_commit (&self->file, error);
}

static gboolean
write_book (Run *self, const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE };

  if (!follow_safe_file_open (&self->file, path, error))
    return FALSE;
  options.tmpdir = self->file.folder;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->lists.lists = g_ptr_array_new ();
  self->workbook = workbook_new_opt (self->file.temp, &options);
  g_assert (self->workbook != NULL);
  follow_xlsx_styles_init (&self->styles, self->workbook);
  return write_all (self, error) && close_and_check (self, error);
}

gboolean
follow_xlsx_write (FollowBook *book,
                   const char *path,
                   FollowXlsxProgressFunc progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (Run) run = { .book = book, .progress = progress, .progress_data = progress_data };
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t before;
  gboolean ok;

  run.file.fd = -1;
  run.cancellable = cancellable;
  /* libxlsxwriter prints numbers as the locale has them, and a decimal comma makes the file invalid. */
  before = uselocale (plain);
  ok = write_book (&run, path, error);
  uselocale (before);
  freelocale (plain);
  if (ok)
    report (&run, 1);
  return ok;
}
