/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <string.h>
#include <xlsxwriter.h>

#include "exchange-test.h"
#include "follow-error.h"
#include "follow-kind-book.h"
#include "follow-xlsx-reader.h"

/* Books as messy as chance makes them, the same ones each time. Every text in them holds a mark of its own,
 * by which it is looked for in the register afterwards. */

#define N_BOOKS 200
#define N_COLUMNS 8

static const char *const headings[N_COLUMNS] = { "No",      "Action", "Lead",   "Agency",
                                                 "By when", "Status", "Update", "Chair’s view" };

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  GRand *chance;
  guint row;
  guint n_marks;
  guint order[N_COLUMNS];
} Maker;

static gboolean
comes (Maker *self, guint percent)
{
  return (guint) g_rand_int_range (self->chance, 0, 100) < percent;
}

static char *
make_text (Maker *self, guint column)
{
  static const char *const dates[] = { "22 June 2026", "Q3 2026/27", "31/02/2027", "Dates set" };
  static const char *const words[] = { "R", "Compl.", "Done", "B", "Amber" };
  guint mark = ++self->n_marks;

  if (column == 4 && comes (self, 60))
    return g_strdup_printf ("%s\n%s, mark%u.", dates[g_rand_int_range (self->chance, 0, 4)],
                            dates[g_rand_int_range (self->chance, 0, 4)], mark);
  if (column == 5 && comes (self, 60))
    return g_strdup (words[g_rand_int_range (self->chance, 0, 5)]);
  return g_strdup_printf ("%s%u mark%u.%s", column == 0 ? "" : "Text ", mark, mark,
                          comes (self, 15) ? "\nMore of it" : "");
}

static void
put (Maker *self, guint column, const char *text)
{
  worksheet_write_string (self->sheet, self->row, self->order[column], text, NULL);
}

static void
put_headings (Maker *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    put (self, i, headings[i]);
  self->row++;
}

/* A text alone in its row: over the whole width, or wherever. */
static void
put_lone (Maker *self)
{
  static const char *const lone[] = { "Already within improvement plans", "None.", "Total", "Key", "tbc" };
  g_autofree char *text =
      comes (self, 60) ? make_text (self, 1) : g_strdup (lone[g_rand_int_range (self->chance, 0, 5)]);

  if (comes (self, 20))
    {
      g_free (text);
      text = g_strdup_printf ("Meeting mark%u of 12 May%s", ++self->n_marks, comes (self, 50) ? " 2026" : "");
    }
  if (comes (self, 40))
    worksheet_merge_range (self->sheet, self->row, 0, self->row, N_COLUMNS - 1, text, NULL);
  else
    worksheet_write_string (self->sheet, self->row, g_rand_int_range (self->chance, 0, N_COLUMNS + 1), text,
                            NULL);
  self->row++;
}

static void
put_record (Maker *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = make_text (self, i);

      if (comes (self, i == 1 ? 90 : 60))
        put (self, i, text);
    }
  if (comes (self, 10))
    {
      g_autofree char *comment = g_strdup_printf ("Remark mark%u.", ++self->n_marks);

      worksheet_write_comment (self->sheet, self->row, g_rand_int_range (self->chance, 0, N_COLUMNS),
                               comment);
    }
  if (comes (self, 10))
    {
      lxw_row_col_options hidden = { .hidden = TRUE };

      worksheet_set_row_opt (self->sheet, self->row, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
    }
  self->row++;
}

/* A record over two rows, some of its cells merged. */
static void
put_tall_record (Maker *self)
{
  guint first = self->row;

  put_record (self);
  put_record (self);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (comes (self, 40))
      {
        g_autofree char *text = make_text (self, i);

        worksheet_merge_range (self->sheet, first, self->order[i], first + 1, self->order[i], text, NULL);
      }
}

static void
fill_sheet (Maker *self)
{
  guint n_parts = g_rand_int_range (self->chance, 3, 15);

  self->row = 0;
  for (guint i = 0; i < N_COLUMNS; i++)
    self->order[i] = i;
  for (guint i = N_COLUMNS - 1; i > 0 && comes (self, 70); i--)
    {
      guint other = g_rand_int_range (self->chance, 0, i + 1);
      guint column = self->order[i];

      self->order[i] = self->order[other];
      self->order[other] = column;
    }
  while (comes (self, 40))
    put_lone (self);
  put_headings (self);
  for (guint i = 0; i < n_parts; i++)
    switch (g_rand_int_range (self->chance, 0, 8))
      {
      case 0:
        self->row++;
        break;
      case 1:
        put_headings (self);
        break;
      case 2:
      case 3:
        put_lone (self);
        break;
      case 4:
        put_tall_record (self);
        break;
      default:
        put_record (self);
        break;
      }
}

static void
make_messy_book (guint seed, const char *path)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  Maker maker = { .workbook = workbook_new (path), .chance = chance };
  guint n_sheets = g_rand_int_range (chance, 1, 3);

  for (guint i = 0; i < n_sheets; i++)
    {
      maker.sheet = workbook_add_worksheet (maker.workbook, NULL);
      fill_sheet (&maker);
    }
  g_assert_cmpint (workbook_close (maker.workbook), ==, LXW_NO_ERROR);
}

/* Everything the register holds, as text. */
static char *
dump_register (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dump.xlsx", NULL);
  g_autoptr (FollowReadBook) book = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (follow_kind_book_write_register (fixture->reg, path, NULL, NULL, NULL, NULL));
  book = follow_xlsx_read (path, NULL, NULL, NULL);
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const FollowReadSheet *sheet = follow_read_book_sheet (book, i);

      for (guint j = 0; j < sheet->cells->len; j++)
        g_string_append_printf (text, "%s\n", g_array_index (sheet->cells, FollowReadCell, j).text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (transfer full) (nullable): the mark in @text */
static char *
find_mark (const char *text)
{
  const char *mark = strstr (text, "mark");

  return mark != NULL ? g_strndup (mark, 4 + strspn (mark + 4, "0123456789")) : NULL;
}

static gboolean
holds (const char *text, const char *mark)
{
  for (const char *p = strstr (text, mark); p != NULL; p = strstr (p + 1, mark))
    if (!g_ascii_isdigit (p[strlen (mark)]))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (FollowImportResult *result, const char *mark)
{
  for (guint i = 0; i < result->not_taken->len; i++)
    if (holds (((FollowImportNotTaken *) result->not_taken->pdata[i])->reason, mark))
      return TRUE;
  return FALSE;
}

static void
check_cell (guint seed, FollowImportResult *result, guint sheet, const FollowReadCell *cell, const char *dump)
{
  FollowImportFate fate = follow_import_result_get_fate (result, sheet, cell->row, cell->column);
  g_autofree char *mark = find_mark (cell->text);

  if (fate == FOLLOW_FATE_NONE ||
      (mark != NULL && (fate == FOLLOW_FATE_RECORD || fate == FOLLOW_FATE_NOTE) && !holds (dump, mark)))
    g_error ("book %u, sheet %u, row %u, column %u: “%s” is lost (%d)", seed, sheet, cell->row + 1,
             cell->column + 1, cell->text, fate);
}

static void
check_sheet (guint seed, FollowImport *import, FollowImportResult *result, guint index, const char *dump)
{
  const FollowImportSheet *sheet = follow_import_get_sheet (import, index);

  for (guint i = 0; sheet->chosen && i < sheet->cells->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (sheet->cells->cells, FollowReadCell, i);

      if (*cell->text != '\0')
        check_cell (seed, result, index, cell, dump);
    }
  for (guint i = 0; sheet->chosen && i < sheet->cells->comments->len; i++)
    {
      const FollowReadComment *comment = &g_array_index (sheet->cells->comments, FollowReadComment, i);
      g_autofree char *mark = find_mark (comment->text);

      if (!holds (dump, mark) && !is_said (result, mark))
        g_error ("book %u, sheet %u, row %u: the comment “%s” is lost", seed, index, comment->row + 1,
                 comment->text);
    }
}

static void
test_book (Fixture *fixture, gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "messy.xlsx", NULL);
  g_autofree char *dump = NULL;
  g_autoptr (FollowImport) import = NULL;
  g_autoptr (FollowImportResult) result = NULL;
  g_autoptr (FollowImportResult) again = NULL;

  make_messy_book (seed, path);
  import = follow_import_open (path, fixture->reg, NULL, &error);
  g_assert_no_error (error);
  result = follow_import_commit (import, fixture->reg, NULL, &error);
  /* Nothing but lone texts is no table, and is refused. */
  if (g_error_matches (error, FOLLOW_ERROR, FOLLOW_ERROR_REFUSED))
    return;
  g_assert_no_error (error);
  dump = dump_register (fixture);
  for (guint i = 0; i < follow_import_get_n_sheets (import); i++)
    check_sheet (seed, import, result, i, dump);
  again = import_file (fixture, path, NULL);
  for (guint i = 0; i < again->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (again->counts, FollowImportCount, i);

      if (count->n_new + count->n_changed > 0)
        g_error ("book %u: a second time, %u %s are new and %u changed", seed, count->n_new,
                 count->kind->name, count->n_changed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_BOOKS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-messy/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_book, fixture_tear_down);
    }
  return g_test_run ();
}
