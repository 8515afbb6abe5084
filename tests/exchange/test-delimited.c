/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-test.h"
#include "follow-delimited.h"
#include "follow-error.h"

#include <string.h>

typedef struct
{
  const char *what;
  const char *bytes;
  gsize length; /* 0 is up to the zero */
  FollowEncoding encoding;
  char delimiter;
  const char *shown; /* cells in brackets, records on lines */
} Case;

#define U8 FOLLOW_ENCODING_UTF_8
#define W52 FOLLOW_ENCODING_WINDOWS_1252

static const Case cases[] = {
  { "plain", "a,b\r\nc,d\r\n", 0, U8, ',', "[a][b]\n[c][d]\n" },
  { "line feeds", "a,b\nc,d", 0, U8, ',', "[a][b]\n[c][d]\n" },
  { "old Mac's line ends", "a,b\rc,d\r", 0, U8, ',', "[a][b]\n[c][d]\n" },
  { "quotes", "\"a \"\"b\"\"\",\"c,d\"\n", 0, U8, ',', "[a \"b\"][c,d]\n" },
  { "a newline in a cell", "\"one\ntwo\",b\n", 0, U8, ',', "[one\ntwo][b]\n" },
  { "a CRLF in a cell", "\"one\r\ntwo\",b\r\n", 0, U8, ',', "[one\ntwo][b]\n" },
  { "text after a closed quote", "\"so\" they say,b\n", 0, U8, ',', "[so they say][b]\n" },
  { "a quote within plain text", "5\" pipe,b\n", 0, U8, ',', "[5\" pipe][b]\n" },
  { "semicolons", "a;b,c;d\ne;f;g\n", 0, U8, ';', "[a][b,c][d]\n[e][f][g]\n" },
  { "tabs", "a\tb, c\nd\te, f\n", 0, U8, '\t', "[a][b, c]\n[d][e, f]\n" },
  { "commas in one title row", "Plan; of all, for all\na,b,c\nd,e,f\n", 0, U8, ',',
    "[Plan; of all][ for all]\n[a][b][c]\n[d][e][f]\n" },
  { "one column", "a\nb\n", 0, U8, ',', "[a]\n[b]\n" },
  { "Excel's sep line", "sep=;\na;b\n", 0, U8, ';', "[a][b]\n" },
  { "a mark", "\xef\xbb\xbf\xc3\xa9,b\n", 0, U8, ',', "[é][b]\n" },
  { "only a mark", "\xef\xbb\xbf", 0, U8, ',', "" },
  { "Windows", "caf\xe9,\x93quoted\x94 \x80\n", 0, W52, ',', "[café][“quoted” €]\n" },
  { "cut within a letter", "caf\xc3\xa9,caf\xc3", 0, U8, ',', "[café][caf\xef\xbf\xbd]\n" },
  { "UTF-16, little",
    "\xff\xfe"
    "a\0,\0\xe9\0\n\0",
    10, FOLLOW_ENCODING_UTF_16_LE, ',', "[a][é]\n" },
  { "UTF-16, big", "\xfe\xff\0a\0;\0b\0\n", 10, FOLLOW_ENCODING_UTF_16_BE, ';', "[a][b]\n" },
  { "UTF-16 without a mark", "a\0,\0b\0\r\0\n\0c\0,\0d\0", 16, FOLLOW_ENCODING_UTF_16_LE, ',',
    "[a][b]\n[c][d]\n" },
  { "UTF-16 emoji", "\xff\xfe\x3d\xd8\x00\xde,\0b\0", 10, FOLLOW_ENCODING_UTF_16_LE, ',', "[😀][b]\n" },
  { "a zero byte", "a\0b,c\n", 6, U8, ',',
    "[a\xef\xbf\xbd"
    "b][c]\n" },
  { "empty cells and lines", ",a\n\n,,b\n", 0, U8, ',', "[][a]\n\n[][][b]\n" },
  { "an empty quoted cell", "\"\",a\n", 0, U8, ',', "[][a]\n" },
};

static char *
show (const FollowReadSheet *sheet)
{
  GString *shown = g_string_new (NULL);

  for (guint32 r = 0; r < sheet->n_rows; r++)
    {
      guint32 last = 0;

      for (guint32 c = 0; c < sheet->n_columns; c++)
        if (follow_read_sheet_cell (sheet, r, c) != NULL)
          last = c + 1;
      for (guint32 c = 0; c < last; c++)
        g_string_append_printf (shown, "[%s]", follow_read_sheet_text (sheet, r, c));
      g_string_append_c (shown, '\n');
    }
  return g_string_free (shown, FALSE);
}

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *one = &cases[i];
      g_autoptr (GBytes) bytes =
          g_bytes_new (one->bytes, one->length > 0 ? one->length : strlen (one->bytes));
      g_autoptr (GError) error = NULL;
      FollowDelimitedForm form = { 0 };
      g_autoptr (FollowReadBook) book =
          follow_delimited_read_bytes (bytes, "Table.csv", &form, NULL, NULL, &error);
      g_autofree char *shown = NULL;

      g_test_message ("%s", one->what);
      g_assert_no_error (error);
      shown = show (follow_read_book_sheet (book, 0));
      g_assert_cmpstr (shown, ==, one->shown);
      g_assert_cmpint (form.encoding, ==, one->encoding);
      g_assert_cmpint (form.delimiter, ==, one->delimiter);
      g_assert_cmpstr (follow_read_book_sheet (book, 0)->name, ==, "Table");
    }
}

static void
test_set_form (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b,\xe9\n", 6);
  FollowDelimitedForm form = { FOLLOW_ENCODING_WINDOWS_1252, ',' };
  g_autoptr (FollowReadBook) book = follow_delimited_read_bytes (bytes, "x.csv", &form, NULL, NULL, NULL);

  assert_cell (follow_read_book_sheet (book, 0), 0, 0, "a;b");
  assert_cell (follow_read_book_sheet (book, 0), 0, 1, "é");
}

static void
assert_refused (
    const char *text, gsize length, const FollowReadLimits *limits, int code, const char *sentence)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (follow_delimited_read_bytes (bytes, "x.csv", NULL, limits, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refusals (Folder *folder, gconstpointer data)
{
  g_autofree char *absent = folder_path (folder, "absent.csv");
  FollowReadLimits small = follow_read_limits_default;
  g_autoptr (GError) error = NULL;

  assert_refused ("", 0, NULL, FOLLOW_ERROR_DAMAGED, "Could not read “x.csv”: it is empty.");
  assert_refused ("a,b\n\"c,d\n", 9, NULL, FOLLOW_ERROR_DAMAGED,
                  "Could not read “x.csv”: the quotation mark opened in row 2 is never closed.");
  assert_refused ("PK\3\4zip", 7, NULL, FOLLOW_ERROR_FOREIGN,
                  "Could not read “x.csv”: it is a workbook or archive and not text.");
  small.n_cells = 3;
  assert_refused ("a,b\nc,d\n", 8, &small, FOLLOW_ERROR_REFUSED,
                  "Could not read “x.csv”: it holds more than is read from a table.");
  small = follow_read_limits_default;
  small.seconds = 0;
  assert_refused ("a,b\nc,d\n", 8, &small, FOLLOW_ERROR_REFUSED,
                  "Could not read “x.csv”: it takes too long to read.");
  small.text_bytes = small.seconds = 2;
  assert_refused ("a,bcd\n", 6, &small, FOLLOW_ERROR_REFUSED,
                  "Could not read “x.csv”: it holds more than is read from a table.");
  small.file_bytes = 4;
  assert_refused ("a,b\nc,d\n", 8, &small, FOLLOW_ERROR_REFUSED, "Could not read “x.csv”: it is too large.");
  g_assert_null (follow_delimited_read (absent, NULL, NULL, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND);
}

static void
test_append (void)
{
  const char *const plain[] = { "a", "b,c", "say \"so\"", "one\ntwo", NULL, "é" };
  const char *const lone[] = { "" };
  const char *const hostile[] = { "=1+1", "+44 1000", "-1+1", "@SUM(A1)", "\tx",
                                  "\rx",  "＝1",      "＋1",  "－1",      "＠x" };
  const char *const harmless[] = { "-12", "-3.5", "-", "a=1", "– dash", "5%" };
  g_autoptr (GString) out = g_string_new (NULL);

  follow_delimited_append_row (out, plain, G_N_ELEMENTS (plain), TRUE);
  g_assert_cmpstr (out->str, ==, "a,\"b,c\",\"say \"\"so\"\"\",\"one\ntwo\",,é\r\n");
  g_string_truncate (out, 0);
  follow_delimited_append_row (out, lone, 1, TRUE);
  g_assert_cmpstr (out->str, ==, "\"\"\r\n");
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_string_truncate (out, 0);
      follow_delimited_append_row (out, &hostile[i], 1, TRUE);
      g_assert_nonnull (strstr (out->str, "'"));
      g_string_truncate (out, 0);
      follow_delimited_append_row (out, &hostile[i], 1, FALSE);
      g_assert_null (strstr (out->str, "'"));
    }
  g_string_truncate (out, 0);
  follow_delimited_append_row (out, harmless, G_N_ELEMENTS (harmless), TRUE);
  g_assert_cmpstr (out->str, ==, "-12,-3.5,-,a=1,– dash,5%\r\n");
}

/* What is written comes back, whatever it is. */
static void
test_round_trip (void)
{
  const char *const cells[] = { "a,b;c\td", "\"", "\"\"", " lead", "one\n\ntwo", "'x", "😀 مرحبا" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FollowReadBook) book = NULL;

  for (guint i = 0; i < 3; i++)
    follow_delimited_append_row (out, cells, G_N_ELEMENTS (cells), TRUE);
  bytes = g_bytes_new (out->str, out->len);
  book = follow_delimited_read_bytes (bytes, "x.csv", NULL, NULL, NULL, NULL);
  for (guint r = 0; r < 3; r++)
    for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
      assert_cell (follow_read_book_sheet (book, 0), r, c, cells[c]);
}

/* Cut and flipped, it is read or refused, and never more than that. */
static void
test_mangled (void)
{
  const char text[] =
      "\xef\xbb\xbfNo,\"Actions\r\nand more\",Due\r\n1,\"caf\xc3\xa9 \"\"x\"\"\",2027-09-30\r\n";

  for (gsize i = 0; i < sizeof text; i++)
    for (guint flip = 0; flip < 4; flip++)
      {
        g_autofree char *copy = g_memdup2 (text, sizeof text);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (FollowReadBook) book = NULL;
        g_autoptr (GError) error = NULL;

        copy[i] ^= flip == 0 ? 0 : 1 << (flip * 2);
        bytes = g_bytes_new (copy, flip == 0 ? i : sizeof text - 1);
        book = follow_delimited_read_bytes (bytes, "x.csv", NULL, NULL, NULL, &error);
        g_assert_true ((book == NULL) == (error != NULL));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delimited/forms", test_forms);
  g_test_add_func ("/delimited/set-form", test_set_form);
  g_test_add ("/delimited/refusals", Folder, NULL, folder_set_up, test_refusals, folder_tear_down);
  g_test_add_func ("/delimited/append", test_append);
  g_test_add_func ("/delimited/round-trip", test_round_trip);
  g_test_add_func ("/delimited/mangled", test_mangled);
  return g_test_run ();
}
