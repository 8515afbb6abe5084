/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workbook has around its cells, as another program sees it. */
#include "exchange-test.h"
#include "follow-xlsx-writer.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
write_book (FollowBook *book, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = follow_xlsx_write (book, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static void
set_text (FollowSheet *sheet, guint row, guint column, const char *text, guint n_rows, guint n_columns)
{
  FollowSheetRow *it =
      row < sheet->rows->len ? g_ptr_array_index (sheet->rows, row) : follow_sheet_add_row (sheet);

  follow_sheet_row_set_text (it, column, text, FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_row_set_span (it, column, n_rows, n_columns);
}

/* Excel shows 409 points of a row at most, so that a long text needs several; and the rows that a
 * merged cell covers have to hold it together. */
static const char height_script[] =
    "import openpyxl, sys\n"
    "sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]\n"
    "for row in sheet.row_dimensions.values():\n"
    "  assert not row.height or row.height <= 409, row.height\n"
    "area = [r for r in sheet.merged_cells.ranges if r.min_col == 1 and r.max_row > r.min_row][0]\n"
    "print(sum(sheet.row_dimensions[r].height or 13 for r in range(area.min_row, area.max_row + 1)))\n";

static void
test_heights (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "heights.xlsx");
  g_autofree char *note = g_strnfill (3000, 'a');
  g_autofree char *height = NULL;
  g_autoptr (FollowBook) book = follow_book_new ("Heights", NULL);
  FollowSheet *sheet = follow_book_add_sheet (book, "Plan");

  follow_sheet_add_column (sheet, "Outcome", 30);
  follow_sheet_add_column (sheet, "Action", 40);
  set_text (sheet, 0, 0, note, 2, 1);
  set_text (sheet, 0, 1, "one", 1, 1);
  set_text (sheet, 1, 1, "two", 1, 1);
  write_book (book, path);
  if (!have_openpyxl ())
    return;
  height = run_python (height_script, path, NULL);
  /* A hundred lines of thirty letters, some more as the column is measured in another font. */
  g_assert_cmpfloat (g_ascii_strtod (height, NULL), >=, 100 * 13);
  g_assert_cmpfloat (g_ascii_strtod (height, NULL), <=, 100 * 13 * 1.2);
}

static FollowBook *
furnished_book (void)
{
  const char *const statuses[] = { "A – Some slippage", "B – Complete", NULL };
  const char *const leads[] = { "Chief officer, health", "Head of service", NULL };
  FollowBook *book = follow_book_new ("Improvement plan & more", "Official");
  FollowSheet *sheet = follow_book_add_sheet (book, "Actions");
  FollowSheetColumn *column;

  follow_book_set_author (book, "Committee office");
  follow_book_set_subject (book, "All actions");
  follow_book_set_created_at (book, "21 November 2026");
  follow_sheet_add_title (sheet, "Actions", FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_note (sheet, "Made from the register.", FOLLOW_CELL_STYLE_DIM);
  follow_sheet_set_native_table (sheet, TRUE);
  follow_sheet_set_key_row (sheet, TRUE);
  column = follow_sheet_add_column (sheet, "Status", 20);
  follow_sheet_column_set_key (column, "status");
  follow_sheet_column_set_choices (column, statuses, TRUE);
  follow_sheet_column_add_colour (column, "A – Some slippage", 'A');
  follow_sheet_column_add_colour (column, "B – Complete", 'B');
  follow_sheet_column_set_choices (follow_sheet_add_column (sheet, "Lead", 30), leads, FALSE);
  follow_sheet_add_column (sheet, "lead", 5);
  follow_sheet_column_set_hidden (follow_sheet_add_column (sheet, "Id", 5), TRUE);
  follow_sheet_row_set_text (follow_sheet_add_row (sheet), 0, "B – Complete", FOLLOW_CELL_STYLE_STATUS);
  follow_sheet_row_set_text (follow_sheet_add_row (sheet), 1, leads[0], FOLLOW_CELL_STYLE_NORMAL);
  sheet = follow_book_add_sheet (book, "Summary");
  follow_sheet_add_column (sheet, "Status", 20);
  follow_sheet_add_column (sheet, "Actions", 10);
  for (guint i = 0; i < 2; i++)
    {
      FollowSheetRow *row = follow_sheet_add_row (sheet);

      follow_sheet_row_set_text (row, 0, statuses[i], FOLLOW_CELL_STYLE_STATUS);
      follow_sheet_row_set_integer (row, 1, i + 1);
    }
  follow_sheet_add_chart (sheet, "By status", 0, 1, 0, 2, "AB");
  return book;
}

static const char furniture_script[] =
    "import openpyxl, sys\n"
    "book = openpyxl.load_workbook(sys.argv[1])\n"
    "p = book.properties\n"
    "print(p.title, p.subject, p.creator, p.category, sep='|')\n"
    "print([(s.title, s.sheet_state) for s in book])\n"
    "s = book['Actions']\n"
    "print(s.page_setup.orientation, s.page_setup.paperSize, s.page_setup.fitToWidth, "
    "s.page_setup.fitToHeight)\n"
    "print(s.print_title_rows, s.freeze_panes)\n"
    "h, f = s.oddHeader, s.oddFooter\n"
    "print(h.left.text, h.center.text, h.right.text, f.left.text, f.center.text, f.right.text, sep='|')\n"
    "print([(t.ref, t.autoFilter.ref, [c.name for c in t.tableColumns]) for t in s.tables.values()])\n"
    "print([(str(d.sqref), d.formula1, d.errorStyle) for d in s.data_validations.dataValidation])\n"
    "print([(str(a.sqref), r.operator, r.formula) for a in s.conditional_formatting for r in a.rules])\n"
    "print(s.column_dimensions['D'].hidden, s.row_dimensions[2].hidden, s['A2'].value, "
    "s.column_dimensions['B'].width)\n"
    "print(s['B5'].alignment.wrap_text, s['B5'].alignment.vertical, s['B5'].number_format)\n"
    "print(len(book['Summary']._charts))\n";

static void
test_furniture (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "furniture.xlsx");
  g_autoptr (FollowBook) book = furnished_book ();
  g_autofree char *shown = NULL;

  write_book (book, path);
  if (!have_openpyxl ())
    return;
  shown = run_python (furniture_script, path, NULL);
  g_assert_cmpstr (
      shown, ==,
      "Improvement plan & more|All actions|Committee office|Official\n"
      "[('Actions', 'visible'), ('Summary', 'visible'), ('Lists', 'hidden')]\n"
      "landscape 9 None 0\n"
      "$3:$3 A4\n"
      "Improvement plan && more|&BOFFICIAL|&A|21 November 2026|&BOFFICIAL|Page &P of &N\n"
      "[('A3:D5', 'A3:D5', ['Status', 'Lead', 'lead (2)', 'Id'])]\n"
      "[('A4:A5', '\"A – Some slippage,B – Complete\"', None), "
      "('B4:B5', \"'Lists'!$A$1:$A$2\", 'warning')]\n"
      "[('A4:A5', 'equal', ['\"A – Some slippage\"']), ('A4:A5', 'equal', ['\"B – Complete\"']), "
      "('A4:A5', None, ['TRUE']), ('B4:B5', None, ['TRUE']), ('C4:C5', None, ['TRUE']), "
      "('D4:D5', None, ['TRUE'])]\n"
      "True True status 30.7109375\n"
      "True top @\n"
      "1\n");
}

static void
test_link (Folder *folder, gconstpointer data)
{
  g_autofree char *real = folder_path (folder, "real.xlsx");
  g_autofree char *link = folder_path (folder, "link.xlsx");
  g_autoptr (FollowBook) book = furnished_book ();
  GStatBuf info;

  g_assert_true (g_file_set_contents (real, "old", -1, NULL));
  g_assert_cmpint (g_chmod (real, 0640), ==, 0);
  g_assert_cmpint (symlink ("real.xlsx", link), ==, 0);
  write_book (book, link);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (real, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 3);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/xlsx-look/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("heights", test_heights);
  ADD ("furniture", test_furniture);
  ADD ("link", test_link);
  return g_test_run ();
}
