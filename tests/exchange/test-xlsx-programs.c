/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same facts in files that programs made: openpyxl, libxlsxwriter, and LibreOffice, which saves
 * again what the others made, and what we export. */
#include <string.h>
#include <xlsxwriter.h>

#include "exchange-test.h"
#include "follow-example.h"
#include "follow-reports.h"
#include "show-sheet.h"

static const char openpyxl_script[] =
    "import openpyxl, sys\n"
    "from openpyxl.comments import Comment\n"
    "from openpyxl.styles import Font, PatternFill\n"
    "from openpyxl.styles.colors import Color\n"
    "from openpyxl.worksheet.datavalidation import DataValidation\n"
    "from openpyxl.worksheet.table import Table\n"
    "from openpyxl.workbook.defined_name import DefinedName\n"
    "book = openpyxl.Workbook()\n"
    "s = book.active\n"
    "s.title = 'Log'\n"
    "for row in (['No', 'Action', 'RAG'], [1, 'Agree a lead', None], [2, 'Closed long ago', '#N/A'], "
    "[3, 'More', '=1+1']): s.append(row)\n"
    "s['C2'].fill = PatternFill('solid', fgColor='FFFFC000')\n"
    "s['A3'].fill = PatternFill('solid', fgColor=Color(theme=4, tint=0.5))\n"
    "s['B3'].font = Font(strike=True)\n"
    "s['B2'].comment = Comment('waits for the board', 'Lead A')\n"
    "s['B4'].hyperlink = 'https://example.org/?a=b&c'\n"
    "s['D2'] = 'there'\n"
    "s['D2'].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(ref='D2', location='Lists!A1')\n"
    "one = DataValidation(type='list', formula1='\"Open,Closed\"')\n"
    "one.add('C2:C9')\n"
    "other = DataValidation(type='list', formula1='Leads')\n"
    "other.add('D2:D9')\n"
    "s.add_data_validation(one)\n"
    "s.add_data_validation(other)\n"
    "s.add_table(Table(displayName='Log', ref='A1:C4'))\n"
    "s.row_dimensions[3].hidden = True\n"
    "s.column_dimensions['D'].hidden = True\n"
    "l = book.create_sheet('Lists')\n"
    "l.append(['Health'])\n"
    "l.append(['Police'])\n"
    "l.sheet_state = 'veryHidden'\n"
    "book.defined_names.append(DefinedName('Leads', attr_text='Lists!$A$1:$A$2'))\n"
    "book.save(sys.argv[1])\n";

static const char openpyxl_sheet[] = "A1 T No\n"
                                     "B1 T Action\n"
                                     "C1 T RAG\n"
                                     "A2 N 1\n"
                                     "B2 T Agree a lead\n"
                                     "C2 #ffc000\n"
                                     "D2 T there\n"
                                     "A3 N #a7c0de 2\n"
                                     "B3 T~~ Closed long ago\n"
                                     "C3 E #N/A\n"
                                     "A4 N 3\n"
                                     "B4 T More\n"
                                     "C4 .f \n"
                                     "row 3 hidden\n"
                                     "column D hidden\n"
                                     "B2 note [Lead A] waits for the board\n"
                                     "D2 link #Lists!A1 \n"
                                     "B4 link https://example.org/?a=b&c# \n"
                                     "C2:C9 list Open|Closed\n"
                                     "D2:D9 list from 1 A1:A2 Health|Police\n"
                                     "table Log A1:C4 1 0\n";

/* LibreOffice computes the formula, writes a typed error as one, and loses who commented. */
static const char openpyxl_saved_again[] = "A1 T No\n"
                                           "B1 T Action\n"
                                           "C1 T RAG\n"
                                           "A2 N 1\n"
                                           "B2 T Agree a lead\n"
                                           "C2 #ffc000\n"
                                           "D2 T there\n"
                                           "A3 N #a7c0de 2\n"
                                           "B3 T~~ Closed long ago\n"
                                           "C3 Ef #N/A\n"
                                           "A4 N 3\n"
                                           "B4 T More\n"
                                           "C4 Nf 2\n"
                                           "row 3 hidden\n"
                                           "column D hidden\n"
                                           "B2 note [] waits for the board\n"
                                           "D2 link #Lists!A1 \n"
                                           "B4 link https://example.org/?a=b&c# \n"
                                           "C2:C9 list Open|Closed\n"
                                           "D2:D9 list from 1 A1:A2 Health|Police\n"
                                           "table Log A1:C4 1 0\n";

static void
test_openpyxl (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  g_autofree char *output = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (FollowReadBook) book = NULL;
  g_autoptr (FollowReadBook) again = NULL;

  if (!have_openpyxl ())
    return;
  output = run_python (openpyxl_script, path, NULL);
  book = read_workbook (path);
  assert_sheet (book, 0, openpyxl_sheet);
  assert_sheet (book, 1, "A1 T Health\nA2 T Police\nsheet very hidden\n");
  if (!have_libreoffice ())
    return;
  saved = convert_with_libreoffice (folder, path, "xlsx", NULL);
  again = read_workbook (saved);
  assert_sheet (again, 0, openpyxl_saved_again);
}

static void
test_libxlsxwriter (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Log");
  lxw_worksheet *hidden = workbook_add_worksheet (workbook, "Very hidden");
  lxw_format *amber = workbook_add_format (workbook);
  lxw_format *struck = workbook_add_format (workbook);
  char open[] = "Open";
  char closed[] = "Closed";
  char *words[] = { open, closed, NULL };
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = words };
  char table_name[] = "Log";
  lxw_table_options table = { .name = table_name, .total_row = LXW_TRUE };
  lxw_row_col_options hide = { .hidden = LXW_TRUE };
  g_autoptr (FollowReadBook) book = NULL;

  format_set_bg_color (amber, 0xffc000);
  format_set_font_strikeout (struck);
  worksheet_write_string (sheet, 0, 0, "No", NULL);
  worksheet_write_string (sheet, 1, 0, "1", struck);
  worksheet_write_blank (sheet, 1, 1, amber);
  worksheet_write_formula_num (sheet, 2, 0, "=1+1", NULL, 2);
  worksheet_write_url (sheet, 2, 1, "https://example.org/", NULL);
  worksheet_write_url (sheet, 2, 2, "internal:'Very hidden'!A1", NULL);
  worksheet_write_comment (sheet, 0, 0, "as published");
  worksheet_data_validation_range (sheet, 1, 1, 9, 1, &validation);
  worksheet_add_table (sheet, 0, 0, 3, 1, &table);
  worksheet_set_row_opt (sheet, 3, LXW_DEF_ROW_HEIGHT, NULL, &hide);
  worksheet_set_column_opt (sheet, 3, 3, 9, NULL, &hide);
  worksheet_hide (hidden);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  book = read_workbook (path);
  assert_sheet (book, 0,
                "A1 T Column1\n"
                "B1 T Column2\n"
                "A2 T~~ 1\n"
                "B2 #ffc000\n"
                "A3 Nf 2\n"
                "B3 T https://example.org/\n"
                "C3 T 'Very hidden'!A1\n"
                "row 4 hidden\n"
                "column D hidden\n"
                "A1 note [] as published\n"
                "B3 link https://example.org/# \n"
                "C3 link #'Very hidden'!A1 \n"
                "B2:B10 list Open|Closed\n"
                "table Log A1:B4 1 1\n");
  assert_sheet (book, 1, "sheet hidden\n");
}

/* What we export and LibreOffice saves again says the same. */
static void
check_saved_again (Folder *folder, const char *path)
{
  g_autofree char *saved = convert_with_libreoffice (folder, path, "xlsx", NULL);
  g_autoptr (FollowReadBook) book = read_workbook (path);
  g_autoptr (FollowReadBook) again = read_workbook (saved);

  g_assert_cmpuint (book->sheets->len, ==, again->sheets->len);
  for (guint i = 0; i < book->sheets->len; i++)
    {
      g_autofree char *expected = show_sheet (book, i);

      g_assert_cmpuint (strlen (expected), >, 0);
      assert_sheet (again, i, expected);
    }
}

static void
test_exports (Folder *folder, gconstpointer data)
{
  static const char *const layouts[] = { "outcomes", "areas" };
  g_autofree char *path = folder_path (folder, "Example.follow");
  g_autofree char *plan = folder_path (folder, "Plan.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (FollowRegister) reg = NULL;

  if (!have_libreoffice ())
    return;
  reg = follow_example_create (path, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      FollowReportOptions options = { .for_ref = "Improvement Plan 2025–27",
                                      .layout = layouts[i],
                                      .output = plan };

      follow_report_make (follow_report_find ("improvement-plan"), reg, &options, &error);
      g_assert_no_error (error);
      check_saved_again (folder, plan);
    }
}

int
main (int argc, char **argv)
{
#define ADD(name, func) \
  g_test_add ("/xlsx-programs/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("openpyxl", test_openpyxl);
  ADD ("libxlsxwriter", test_libxlsxwriter);
  ADD ("exports", test_exports);
  return g_test_run ();
}
