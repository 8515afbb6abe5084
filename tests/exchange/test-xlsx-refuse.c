/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stranger's bytes are read or refused in a sentence, within bounds, whatever they are. */
#include "exchange-test.h"
#include "follow-error.h"
#include "follow-number-format.h"
#include "follow-xlsx-reader.h"
#include "follow-xlsx-writer.h"

#include <string.h>

#define RELS(target)                                                                                 \
  "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='one.xml'/><Relationship Id='r2' " \
  "Type='x/officeDocument' Target='" target "'/></Relationships>"
#define BOOK "<workbook><sheets><sheet name='One' id='r1'/></sheets></workbook>"

static void
assert_bytes_refused (
    const char *bytes, gsize length, const FollowReadLimits *limits, int code, const char *reason)
{
  g_autoptr (GBytes) held = g_bytes_new (bytes, length);
  g_autofree char *sentence = g_strdup_printf ("Could not read “x.xlsx”: %s.", reason);
  g_autoptr (GError) error = NULL;

  g_assert_null (follow_xlsx_read_bytes (held, "x.xlsx", limits, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
assert_file_refused (const char *path, const FollowReadLimits *limits, int code, const char *reason)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  assert_bytes_refused (bytes, length, limits, code, reason);
}

static void
assert_sheet_refused (
    Folder *folder, const char *sheet, const FollowReadLimits *limits, int code, const char *reason)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");

  make_zip (path, "_rels/.rels", RELS ("book.xml"), "book.xml", BOOK, "_rels/book.xml.rels", RELS (""),
            "one.xml", sheet, NULL);
  assert_file_refused (path, limits, code, reason);
}

#define DAMAGED "it is damaged or was cut short"
#define LARGE "it holds more than is read from a workbook"

static void
test_other_files (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "other.zip");
  g_autofree char *old = g_malloc0 (4096);
  g_autofree char *absent = folder_path (folder, "absent.xlsx");
  g_autoptr (GError) error = NULL;
  const char *page = "\xef\xbb\xbf \n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>";

  assert_bytes_refused ("", 0, NULL, FOLLOW_ERROR_DAMAGED, "it is empty");
  assert_bytes_refused ("No,Actions\n", 11, NULL, FOLLOW_ERROR_FOREIGN, "it is not an Excel workbook");
  assert_bytes_refused (
      page, strlen (page), NULL, FOLLOW_ERROR_FOREIGN,
      "it is a web page named as a workbook. Open it in Excel, save it as .xlsx and try again");
  memcpy (old, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  old[30] = 9;
  assert_bytes_refused (old, 4096, NULL, FOLLOW_ERROR_FOREIGN,
                        "it is an old Excel file (.xls). Save it as .xlsx and try again");
  for (gsize i = 0; i < strlen ("EncryptedPackage"); i++)
    old[512 + 128 + 2 * i] = "EncryptedPackage"[i];
  assert_bytes_refused (
      old, 4096, NULL, FOLLOW_ERROR_REFUSED,
      "it is protected by a password. Open it in Excel, take the password off and try again");
  assert_bytes_refused ("PK\3\4", 4, NULL, FOLLOW_ERROR_DAMAGED, DAMAGED);
  make_zip (path, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>", NULL);
  assert_file_refused (path, NULL, FOLLOW_ERROR_FOREIGN,
                       "it is an OpenDocument file. Save it as an Excel workbook (.xlsx) and try again");
  make_zip (path, "_rels/.rels", RELS ("word/document.xml"), "word/document.xml", "<x/>", NULL);
  assert_file_refused (path, NULL, FOLLOW_ERROR_FOREIGN, "it is a Word document");
  make_zip (path, "readme.txt", "text", NULL);
  assert_file_refused (path, NULL, FOLLOW_ERROR_FOREIGN, "it is not an Excel workbook");
  g_assert_null (follow_xlsx_read (absent, NULL, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (follow_xlsx_read (folder->folder, NULL, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN);
}

static void
test_bad_parts (Folder *folder, gconstpointer data)
{
  assert_sheet_refused (folder, "<worksheet><sheetData><row>", NULL, FOLLOW_ERROR_DAMAGED, DAMAGED);
  assert_sheet_refused (folder, "", NULL, FOLLOW_ERROR_DAMAGED, DAMAGED);
  assert_sheet_refused (folder, "<a><sheetData><row><c t='s'><v>0</v></c></row></sheetData></a>", NULL,
                        FOLLOW_ERROR_DAMAGED, DAMAGED);
  assert_sheet_refused (folder, "<a><sheetData><row r='1048577'/></sheetData></a>", NULL,
                        FOLLOW_ERROR_DAMAGED, DAMAGED);
  assert_sheet_refused (folder, "<a><sheetData><row><c r='XFE1'/></row></sheetData></a>", NULL,
                        FOLLOW_ERROR_DAMAGED, DAMAGED);
  assert_sheet_refused (folder, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", NULL, FOLLOW_ERROR_REFUSED,
                        "it declares types of its own, as no spreadsheet does");
  assert_sheet_refused (folder, "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", NULL, FOLLOW_ERROR_REFUSED,
                        "it declares types of its own, as no spreadsheet does");
}

static char *
repeat (const char *before, const char *text, guint n, const char *after)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  g_string_append (all, after);
  return g_string_free (all, FALSE);
}

static void
test_bounds (Folder *folder, gconstpointer data)
{
  g_autofree char *deep = repeat ("", "<a>", 200, "");
  g_autofree char *many = repeat ("<a><sheetData><row>", "<c><v>1</v></c>", 100, "</row></sheetData></a>");
  g_autofree char *text = repeat ("<a><sheetData><row><c t='inlineStr'><is><t>", "aaaaaaaaaa", 200000,
                                  "</t></is></c></row></sheetData></a>");
  g_autofree char *tag = repeat ("<a b='", "aaaaaaaaaa", 1000000, "'/>");
  FollowReadLimits limits = follow_read_limits_default;

  assert_sheet_refused (folder, deep, NULL, FOLLOW_ERROR_REFUSED, LARGE);
  assert_sheet_refused (folder, text, NULL, FOLLOW_ERROR_REFUSED, LARGE);
  assert_sheet_refused (folder, tag, NULL, FOLLOW_ERROR_REFUSED, LARGE);
  limits.n_cells = 99;
  assert_sheet_refused (folder, many, &limits, FOLLOW_ERROR_REFUSED, LARGE);
  limits = follow_read_limits_default;
  /* The zip is a few kilobytes, and would be as small were it a thousand times as long. */
  limits.expanded_bytes = 1000000;
  assert_sheet_refused (folder, text, &limits, FOLLOW_ERROR_REFUSED, LARGE);
  limits = follow_read_limits_default;
  limits.n_entries = 3;
  assert_sheet_refused (folder, many, &limits, FOLLOW_ERROR_REFUSED, LARGE);
  limits = follow_read_limits_default;
  limits.file_bytes = 100;
  assert_sheet_refused (folder, many, &limits, FOLLOW_ERROR_REFUSED, "it is too large");
  limits = follow_read_limits_default;
  limits.seconds = 0;
  assert_sheet_refused (folder, many, &limits, FOLLOW_ERROR_REFUSED, "it takes too long to read");
}

static void
test_cancelled (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  make_zip (path, "_rels/.rels", RELS ("book.xml"), "book.xml", BOOK, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (follow_xlsx_read (path, NULL, cancellable, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_CANCELLED);
}

/* Formatted to Excel's last row and filled to its last column, it holds what it holds. */
static void
test_formatted_down (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  g_autofree char *sheet =
      repeat ("<a><cols><col min='1' max='16384' style='1'/></cols><sheetData><row r='1'><c "
              "r='A1'><v>1</v></c></row>",
              "<row hidden='1' s='1' customFormat='1'><c s='1'/><c s='0'/><c s='1'/></row>", 1048575,
              "</sheetData></a>");
  const char *styles =
      "<a><fills><fill/><fill><patternFill patternType='solid'><fgColor rgb='FFFFFF00'/></patternFill>"
      "</fill></fills><cellXfs><xf/><xf fillId='1'/></cellXfs></a>";
  g_autoptr (FollowReadBook) book = NULL;

  make_zip (
      path, "_rels/.rels", RELS ("book.xml"), "book.xml", BOOK, "_rels/book.xml.rels",
      "<a><Relationship Id='r1' Type='x/worksheet' Target='one.xml'/><Relationship Id='r2' Type='x/styles' "
      "Target='styles.xml'/></a>",
      "styles.xml", styles, "one.xml", sheet, NULL);
  book = read_workbook (path);
  g_assert_cmpuint (follow_read_sheet_fill (follow_read_book_sheet (book, 0), 0, 9), ==,
                    FOLLOW_READ_FILLED | 0xffff00);
  g_assert_cmpuint (follow_read_book_sheet (book, 0)->cells->len, ==, 1);
  g_assert_cmpuint (follow_read_book_sheet (book, 0)->n_rows, ==, 1);
  g_assert_cmpuint (follow_read_book_sheet (book, 0)->hidden_rows->len, ==, 1);
}

static char *
write_sample (Folder *folder, gsize *length)
{
  g_autofree char *path = folder_path (folder, "sample.xlsx");
  g_autoptr (FollowBook) book = follow_book_new ("Sample", "OFFICIAL");
  FollowSheet *sheet = follow_book_add_sheet (book, "Sheet");
  g_autoptr (GError) error = NULL;
  char *bytes;

  follow_sheet_add_column (sheet, "One", 10);
  follow_sheet_add_column (sheet, "Two", 10);
  for (guint i = 0; i < 30; i++)
    {
      FollowSheetRow *row = follow_sheet_add_row (sheet);

      follow_sheet_row_set_text (row, 0, i % 2 ? "an action" : "another – 😀", FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_date (row, 1, "2027-09-30");
      follow_sheet_row_set_span (row, 0, 1, 1 + i % 2);
    }
  follow_xlsx_write (book, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static gboolean
try_bytes (const char *bytes, gsize length)
{
  g_autoptr (GBytes) held = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowReadBook) book = follow_xlsx_read_bytes (held, "x.xlsx", NULL, NULL, &error);

  g_assert_true ((book == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == FOLLOW_ERROR);
  return book != NULL;
}

static void
test_mangled (Folder *folder, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = write_sample (folder, &length);
  guint step = g_test_thorough () ? 1 : 7;

  g_assert_true (try_bytes (bytes, length));
  for (gsize i = 0; i < length; i += step)
    g_assert_false (try_bytes (bytes, i));
  for (gsize i = 0; i < length; i += step)
    {
      guint bit = g_test_rand_int_range (0, 8);

      bytes[i] ^= 1 << bit;
      try_bytes (bytes, length);
      bytes[i] ^= 1 << bit;
    }
}

static void
test_number_kinds (void)
{
  const char *dates[] = { "d/m/yyyy",
                          "[$-809]dd mmmm yyyy;@",
                          "mmm\\-yy",
                          "dddd",
                          "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                          "m",
                          "yyyy\"-\"mm",
                          "[Red]d mmm",
                          "dd/mm/yyyy hh:mm AM/PM" };
  const char *times[] = { "h:mm", "hh:mm:ss", "h:mm AM/PM", "mm:ss" };
  const char *plain[] = { "General", "0.00",   "#,##0;[Red]-#,##0", "0.00E+00", "@", "0\" days\"",   "\\d0",
                          "_d0",     "[h]:mm", "[mm]:ss",           "[Red]0",   "",  "\"unclosed d", "[d",
                          "\\" };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (follow_number_kind_of_code (dates[i]), ==, FOLLOW_NUMBER_DATE);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpint (follow_number_kind_of_code (times[i]), ==, FOLLOW_NUMBER_TIME);
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_cmpint (follow_number_kind_of_code (plain[i]), ==, FOLLOW_NUMBER_PLAIN);
  g_assert_cmpint (follow_number_kind_of_id (14), ==, FOLLOW_NUMBER_DATE);
  g_assert_cmpint (follow_number_kind_of_id (20), ==, FOLLOW_NUMBER_TIME);
  g_assert_cmpint (follow_number_kind_of_id (46), ==, FOLLOW_NUMBER_PLAIN);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/xlsx-refuse/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("other-files", test_other_files);
  ADD ("bad-parts", test_bad_parts);
  ADD ("bounds", test_bounds);
  ADD ("cancelled", test_cancelled);
  ADD ("formatted-down", test_formatted_down);
  ADD ("mangled", test_mangled);
  g_test_add_func ("/xlsx-refuse/number-kinds", test_number_kinds);
  return g_test_run ();
}
