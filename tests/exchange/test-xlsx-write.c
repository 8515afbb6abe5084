/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-test.h"
#include "follow-delimited.h"
#include "follow-error.h"
#include "follow-xlsx-writer.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *written;
  const char *read; /* NULL: the same */
} Text;

/* No control characters: every program that reads workbooks has these the same. */
static const Text plain_texts[] = {
  { "Agree a protocol", NULL },
  { "=1+1", NULL },
  { "+44 1000 000000", NULL },
  { "-1+1", NULL },
  { "@SUM(A1:A9)", NULL },
  { "=HYPERLINK(\"http://example.org\")", NULL },
  { "{=1}", NULL },
  { "007", NULL },
  { "4.10", NULL },
  { "1/2", NULL },
  { "TRUE", NULL },
  { "#REF!", NULL },
  { "_x0041_ typed", NULL },
  { "_x005F_", NULL },
  { "_xD83D_ and _x", NULL },
  { "<b>bold</b> & \"quoted\" 'so'", NULL },
  { "  blanks around  ", NULL },
  { "two\nlines", NULL },
  { "a\ttab", NULL },
  { "😀 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿", NULL },
  { "مرحبا بالعالم", NULL },
  { "שלום \xe2\x80\xaeolleh", NULL },
  { "e\xcc\x81 \xe2\x80\x8b zero width", NULL },
  { "漢字かな", NULL },
  { "café\xff"
    "café",
    "café\xef\xbf\xbd"
    "café" },
  { "a\xef\xbf\xbe"
    "b\xef\xbf\xbf"
    "c\xef\xb7\x90",
    "a\xef\xbf\xbd"
    "b\xef\xbf\xbd"
    "c\xef\xbf\xbd" },
  { "\xf0\x9f\xbf\xbe plane", "\xef\xbf\xbd plane" },
};

/* Our own reader has these too. */
static const Text control_texts[] = {
  { "bell \x07 and \x01", NULL }, { "a\rb", NULL },        { "a\r\nb", NULL },
  { "\x1b[31mred", NULL },        { "_x0001_\x01", NULL }, { "\x01", NULL },
};

static void
write_book (FollowBook *book, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = follow_xlsx_write (book, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static const char *
as_read (const Text *text)
{
  return text->read != NULL ? text->read : text->written;
}

static void
add_texts (FollowSheet *sheet, const Text *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    follow_sheet_row_set_text (follow_sheet_add_row (sheet), 0, texts[i].written, i % FOLLOW_CELL_N_STYLES);
}

static char *
write_hostile (Folder *folder, gboolean controls)
{
  g_autoptr (FollowBook) book = follow_book_new ("=1+1 & \x01 _x0041_", "Official – “sensitive” & more");
  char *path = folder_path (folder, "=hostile 😀.xlsx");

  follow_book_set_author (book, "\xff=author");
  follow_book_set_subject (book, "<subject>");
  follow_book_set_created_at (book, "&D&F 100 %");
  for (guint i = 0; i < 2; i++)
    {
      FollowSheet *sheet = follow_book_add_sheet (book, "=[sheet]:*?/\\'");

      follow_sheet_add_column (sheet, "=_x0041_ & <heading>", 30);
      follow_sheet_set_native_table (sheet, i == 1);
      add_texts (sheet, plain_texts, G_N_ELEMENTS (plain_texts));
      if (controls)
        add_texts (sheet, control_texts, G_N_ELEMENTS (control_texts));
    }
  write_book (book, path);
  return path;
}

static void
test_hostile (Folder *folder, gconstpointer data)
{
  g_autofree char *path = write_hostile (folder, TRUE);
  g_autoptr (FollowReadBook) book = read_workbook (path);
  g_autofree char *names = folder_names (folder->folder);

  g_assert_cmpuint (book->sheets->len, ==, 2);
  g_assert_cmpstr (follow_read_book_sheet (book, 0)->name, ==, "=-sheet------");
  g_assert_cmpstr (follow_read_book_sheet (book, 1)->name, ==, "=-sheet------ (2)");
  for (guint s = 0; s < 2; s++)
    {
      const FollowReadSheet *sheet = follow_read_book_sheet (book, s);
      guint row = 1;

      assert_cell (sheet, 0, 0, "=_x0041_ & <heading>");
      for (gsize i = 0; i < G_N_ELEMENTS (plain_texts); i++)
        assert_cell (sheet, row++, 0, as_read (&plain_texts[i]));
      for (gsize i = 0; i < G_N_ELEMENTS (control_texts); i++)
        assert_cell (sheet, row++, 0, as_read (&control_texts[i]));
      for (guint i = 0; i < sheet->cells->len; i++)
        {
          g_assert_cmpint (g_array_index (sheet->cells, FollowReadCell, i).type, ==, FOLLOW_READ_TEXT);
          g_assert_false (g_array_index (sheet->cells, FollowReadCell, i).is_formula);
        }
    }
  g_assert_cmpstr (names, ==, "=hostile 😀.xlsx ");
}

/* Each text of a sheet's first column as people see it, ended by U+001E. */
static const char show_script[] = "import openpyxl, sys\n"
                                  "from openpyxl.utils.escape import unescape\n"
                                  "book = openpyxl.load_workbook(sys.argv[1])\n"
                                  "for sheet in book:\n"
                                  "  for row in sheet.iter_rows(min_row=2, max_col=1):\n"
                                  "    assert row[0].data_type == 's', row[0]\n"
                                  "    sys.stdout.buffer.write(unescape(row[0].value).encode() + b'\\x1e')\n";

static void
test_hostile_openpyxl (Folder *folder, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) texts = NULL;

  if (!have_openpyxl ())
    return;
  path = write_hostile (folder, FALSE);
  shown = run_python (show_script, path, NULL);
  texts = g_strsplit (shown, "\x1e", -1);
  g_assert_cmpuint (g_strv_length (texts), ==, 2 * G_N_ELEMENTS (plain_texts) + 1);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (plain_texts); i++)
    g_assert_cmpstr (texts[i], ==, as_read (&plain_texts[i % G_N_ELEMENTS (plain_texts)]));
}

static void
test_hostile_libreoffice (Folder *folder, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (FollowReadBook) book = NULL;
  g_autoptr (GError) error = NULL;
  FollowDelimitedForm form = { FOLLOW_ENCODING_UTF_8, ',' };

  if (!have_libreoffice ())
    return;
  path = write_hostile (folder, FALSE);
  csv = convert_with_libreoffice (folder, path, "csv",
                                  "Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false");
  book = follow_delimited_read (csv, &form, NULL, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (plain_texts); i++)
    assert_cell (follow_read_book_sheet (book, 0), i + 1, 0, as_read (&plain_texts[i]));
}

static char *
long_note (gsize n)
{
  GString *note = g_string_new (NULL);

  while (note->len < n)
    g_string_append_printf (note, "%" G_GSIZE_FORMAT " they agreed – and said so – to meet again. 😀\n",
                            note->len);
  return g_string_free (note, FALSE);
}

/* Undoes what the writer did to a text that is too long for a cell. */
static char *
rejoin (const FollowReadSheet *sheet, guint32 row, guint32 column)
{
  GString *whole = g_string_new (NULL);

  for (guint32 r = row; r < sheet->n_rows; r++)
    {
      const char *part = follow_read_sheet_text (sheet, r, column);
      gboolean goes_on = g_str_has_suffix (part, "\n(continues below)");

      if (*part == '\0')
        continue;
      g_assert_cmpint (g_utf8_strlen (part, -1), <=, 32767);
      if (r > row)
        {
          g_assert_true (g_str_has_prefix (part, "(continued from the row above)\n"));
          part += strlen ("(continued from the row above)\n");
        }
      g_string_append_len (whole, part, strlen (part) - (goes_on ? strlen ("\n(continues below)") : 0));
      if (!goes_on)
        break;
    }
  return g_string_free (whole, FALSE);
}

static void
test_long_note (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "long.xlsx");
  g_autofree char *note = long_note (90000);
  g_autofree char *control = g_strnfill (40000, '\x01');
  g_autoptr (FollowBook) book = follow_book_new ("Long", NULL);
  g_autoptr (FollowReadBook) read = NULL;

  for (guint i = 0; i < 2; i++)
    {
      FollowSheet *sheet = follow_book_add_sheet (book, "Notes");
      FollowSheetRow *row;

      follow_sheet_add_column (sheet, "No", 5);
      follow_sheet_add_column (sheet, "Note", 60);
      follow_sheet_set_native_table (sheet, i == 0);
      row = follow_sheet_add_row (sheet);
      follow_sheet_row_set_integer (row, 0, 1);
      follow_sheet_row_set_text (row, 1, note, FOLLOW_CELL_STYLE_NORMAL);
      row = follow_sheet_add_row (sheet);
      follow_sheet_row_set_text (row, 1, control, FOLLOW_CELL_STYLE_NORMAL);
    }
  write_book (book, path);
  read = read_workbook (path);
  for (guint i = 0; i < 2; i++)
    {
      const FollowReadSheet *sheet = follow_read_book_sheet (read, i);
      g_autofree char *whole = rejoin (sheet, 1, 1);
      guint32 next = 2;

      g_assert_cmpstr (whole, ==, note);
      if (i == 0)
        g_assert_true (
            g_str_has_prefix (follow_read_sheet_text (sheet, 2, 1), "(continued from the row above)"));
      while (*follow_read_sheet_text (sheet, next, 1) != '\x01')
        next++;
      g_free (whole);
      whole = rejoin (sheet, next, 1);
      g_assert_cmpstr (whole, ==, control);
    }
}

static void
test_empty (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "empty.xlsx");
  g_autoptr (FollowBook) book = follow_book_new (NULL, NULL);
  g_autoptr (FollowBook) none = follow_book_new ("", "");
  g_autoptr (FollowReadBook) read = NULL;
  FollowSheet *sheet = follow_book_add_sheet (book, "");

  follow_book_add_sheet (book, NULL);
  sheet = follow_book_add_sheet (book, "Table");
  follow_sheet_add_column (sheet, NULL, 10);
  follow_sheet_add_column (sheet, "", 10);
  follow_sheet_set_native_table (sheet, TRUE);
  sheet = follow_book_add_sheet (book, "Rows");
  follow_sheet_add_column (sheet, NULL, 10);
  follow_sheet_row_set_text (follow_sheet_add_row (sheet), 0, "", FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_add_title (sheet, "", FOLLOW_CELL_STYLE_TITLE);
  write_book (book, path);
  read = read_workbook (path);
  g_assert_cmpuint (read->sheets->len, ==, 4);
  g_assert_cmpstr (follow_read_book_sheet (read, 0)->name, ==, "Sheet");
  g_assert_cmpstr (follow_read_book_sheet (read, 1)->name, ==, "Sheet (2)");
  g_assert_cmpuint (follow_read_book_sheet (read, 0)->cells->len, ==, 0);
  assert_cell (follow_read_book_sheet (read, 2), 0, 1, "Column 2");
  g_assert_cmpuint (follow_read_book_sheet (read, 3)->cells->len, ==, 0);
  write_book (none, path);
}

static char *
show_merged (const FollowReadSheet *sheet)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < sheet->merged->len; i++)
    {
      const FollowReadRange *range = &g_array_index (sheet->merged, FollowReadRange, i);

      g_string_append_printf (shown, "%u,%u-%u,%u ", range->first_row, range->first_column, range->last_row,
                              range->last_column);
    }
  return g_string_free (shown, FALSE);
}

static void
set_text (FollowSheet *sheet, guint row, guint column, const char *text, guint n_rows, guint n_columns)
{
  FollowSheetRow *it =
      row < sheet->rows->len ? g_ptr_array_index (sheet->rows, row) : follow_sheet_add_row (sheet);

  follow_sheet_row_set_text (it, column, text, FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_row_set_span (it, column, n_rows, n_columns);
}

static void
test_merged (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "merged.xlsx");
  g_autoptr (FollowBook) book = follow_book_new ("Merged", NULL);
  g_autoptr (FollowReadBook) read = NULL;
  g_autofree char *shown = NULL;
  FollowSheet *sheet = follow_book_add_sheet (book, "Plan");

  for (guint i = 0; i < 3; i++)
    follow_sheet_add_column (sheet, "Heading", 20);
  follow_sheet_add_sub_heading (sheet, "Already within improvement plans");
  set_text (sheet, 1, 0, "outcome", 3, 1);
  set_text (sheet, 1, 1, "one", 1, 1);
  set_text (sheet, 2, 1, "two", 2, 1);
  set_text (sheet, 3, 2, "three", 1, 1);
  /* Would hide what is beside or below it, or leave the table: not merged, and nothing lost. */
  set_text (sheet, 4, 0, "hides", 1, 2);
  set_text (sheet, 4, 1, "seen", 1, 1);
  set_text (sheet, 5, 0, "across", 1, 2);
  set_text (sheet, 5, 2, "down", 9, 1);
  write_book (book, path);
  read = read_workbook (path);
  shown = show_merged (follow_read_book_sheet (read, 0));
  g_assert_cmpstr (shown, ==, "1,0-1,2 2,0-4,0 3,1-4,1 6,0-6,1 ");
  assert_cell (follow_read_book_sheet (read, 0), 2, 0, "outcome");
  assert_cell (follow_read_book_sheet (read, 0), 3, 1, "two");
  assert_cell (follow_read_book_sheet (read, 0), 4, 2, "three");
  assert_cell (follow_read_book_sheet (read, 0), 5, 1, "seen");
  assert_cell (follow_read_book_sheet (read, 0), 6, 2, "down");
}

static void
assert_typed (const FollowReadSheet *sheet, guint32 row, FollowReadType type, const char *text)
{
  const FollowReadCell *cell = follow_read_sheet_cell (sheet, row, 0);

  g_assert_nonnull (cell);
  g_assert_cmpstr (cell->text, ==, text);
  g_assert_cmpint (cell->type, ==, type);
}

static void
test_types (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "types.xlsx");
  g_autoptr (FollowBook) book = follow_book_new ("Types", NULL);
  g_autoptr (FollowReadBook) read = NULL;
  FollowSheet *sheet = follow_book_add_sheet (book, "Types");
  const char *dates[] = {
    "2027-09-30", "1900-03-01", "1900-02-28", "1850-01-01",       "9999-12-31",
    "2027-02-30", "soon",       "2024-02-29", "2027-09-30T14:05", "2027-09-30 14:05:06Z"
  };
  const double numbers[] = { 1.5, -3, 0.1, 1e300, NAN, INFINITY, -INFINITY };
  const gint64 integers[] = { 0, -5, 9007199254740992, 9007199254740993, G_MININT64 };
  guint32 row = 0;

  follow_sheet_add_column (sheet, NULL, 20);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    follow_sheet_row_set_date (follow_sheet_add_row (sheet), 0, dates[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    follow_sheet_row_set_number (follow_sheet_add_row (sheet), 0, numbers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    follow_sheet_row_set_integer (follow_sheet_add_row (sheet), 0, integers[i]);
  follow_sheet_row_set_boolean (follow_sheet_add_row (sheet), 0, TRUE);
  write_book (book, path);
  read = read_workbook (path);
  sheet = NULL;
  for (gsize i = 0; i < 8; i++)
    assert_typed (follow_read_book_sheet (read, 0), row++,
                  strchr ("0147", '0' + (int) i) != NULL ? FOLLOW_READ_DATE : FOLLOW_READ_TEXT, dates[i]);
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_DATE, "2027-09-30T14:05");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_DATE, "2027-09-30T14:05:06");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "1.5");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "-3");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "0.1");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "1e+300");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_TEXT, "NaN");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_TEXT, "Infinity");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_TEXT, "-Infinity");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "0");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "-5");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_NUMBER, "9.00719925474099e+15");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_TEXT, "9007199254740993");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_TEXT, "-9223372036854775808");
  assert_typed (follow_read_book_sheet (read, 0), row++, FOLLOW_READ_BOOLEAN, "TRUE");
}

/* Few machines have a locale with a decimal comma, so the test makes one for itself. */
static void
make_locale (const char *path)
{
  const char *arguments[] = { "localedef", "--no-archive", "-c", "-i", "de_DE", "-f", "UTF-8", path, NULL };
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A locale's decimal comma must not get into the file. */
static void
test_comma_locale (Folder *folder, gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *locales = g_dir_make_tmp ("follow-locales-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (locales, "de_DE.UTF-8", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", locales);

  make_locale (path);
  g_setenv ("LOCPATH", locales, TRUE);
  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  test_types (folder, data);
  setlocale (LC_NUMERIC, before);
  g_unsetenv ("LOCPATH");
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/xlsx-write/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("hostile", test_hostile);
  ADD ("hostile-openpyxl", test_hostile_openpyxl);
  ADD ("hostile-libreoffice", test_hostile_libreoffice);
  ADD ("long-note", test_long_note);
  ADD ("empty", test_empty);
  ADD ("merged", test_merged);
  ADD ("types", test_types);
  ADD ("comma-locale", test_comma_locale);
  return g_test_run ();
}
