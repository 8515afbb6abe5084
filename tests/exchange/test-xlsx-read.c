/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as several programs write them, and as none should. */
#include "exchange-test.h"
#include "follow-delimited.h"
#include "follow-error.h"
#include "follow-xlsx-reader.h"

#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define TYPES                                                                                              \
  "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' " \
  "ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override "                     \
  "PartName='/xl/workbook.xml' "                                                                           \
  "ContentType='" TYPE "sheet.main+xml'/><Override PartName='/xl/worksheets/one.xml' ContentType='" TYPE   \
  "worksheet+xml'/><Override PartName='/xl/styles.xml' ContentType='" TYPE "styles+xml'/><Override "       \
  "PartName='/xl/strings.xml' ContentType='" TYPE "sharedStrings+xml'/></Types>"
#define ROOT_RELS                                                                             \
  "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" OFFICE "/officeDocument' " \
  "Target='xl/workbook.xml'/></Relationships>"
#define BOOK_RELS                                                                    \
  "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE           \
  "/worksheet' Target='worksheets/one.xml'/>"                                        \
  "<Relationship Id='r2' Type='" OFFICE "/sharedStrings' Target='/xl/strings.xml'/>" \
  "<Relationship Id='r3' Type='" OFFICE "/styles' Target='styles.xml'/></Relationships>"
#define BOOK(inside)                                        \
  "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'>" inside \
  "<sheets><sheet name='One' sheetId='1' r:id='r1'/>"       \
  "</sheets></workbook>"
#define STRINGS                                                                                        \
  "<sst xmlns='" MAIN                                                                                  \
  "'><si><t>first</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space='preserve'>ch </t></r>"   \
  "<rPh sb='0' eb='1'><t>left out</t></rPh><phoneticPr fontId='1'/></si><si><t>_x0041_ _x005F_x0041_ " \
  "_xD83D__xDE00_ _xD83D_ _x41_</t></si><si/></sst>"
#define STYLES                                                                                 \
  "<styleSheet xmlns='" MAIN                                                                   \
  "'><numFmts count='2'><numFmt numFmtId='164' formatCode='[$-809]d\\ mmmm\\ yyyy;@'/>"        \
  "<numFmt numFmtId='165' formatCode='0.00\" days\"'/></numFmts><cellStyleXfs><xf "            \
  "numFmtId='14'/></cellStyleXfs>"                                                             \
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf " \
  "numFmtId='20'/></cellXfs>"                                                                  \
  "</styleSheet>"
#define SHEET(inside) "<worksheet xmlns='" MAIN "'>" inside "</worksheet>"

static char *
make_book (Folder *folder, const char *workbook, const char *sheet)
{
  char *path = folder_path (folder, "made.xlsx");

  make_zip (path, "[Content_Types].xml", TYPES, "_rels/.rels", ROOT_RELS, "xl/_rels/workbook.xml.rels",
            BOOK_RELS, "xl/workbook.xml", workbook, "xl/strings.xml", STRINGS, "xl/styles.xml", STYLES,
            "xl/worksheets/one.xml", sheet, NULL);
  return path;
}

static char *
show_cells (const FollowReadSheet *sheet)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (sheet->cells, FollowReadCell, i);

      g_string_append_printf (shown, "%u,%u%c%s[%s]", cell->row, cell->column, ".TNDBE"[cell->type],
                              cell -> is_formula ? "f" : "", cell->text);
    }
  return g_string_free (shown, FALSE);
}

static void
assert_cells (Folder *folder, const char *workbook, const char *sheet, const char *expected)
{
  g_autofree char *path = make_book (folder, workbook, sheet);
  g_autoptr (FollowReadBook) book = read_workbook (path);
  g_autofree char *shown = show_cells (follow_read_book_sheet (book, 0));

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_cells (Folder *folder, gconstpointer data)
{
  assert_cells (
      folder, BOOK (""),
      SHEET (
          "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c t='s'><v> 1 </v></c><c r='D1' t='s'><v>2</v>"
          "</c><c t='s'><v>3</v></c></row></sheetData>"),
      "0,0T[first]0,1T[rich ]0,3T[A _x0041_ 😀 \xef\xbf\xbd _x41_]");
  assert_cells (
      folder, BOOK (""),
      SHEET ("<sheetData><row><c><v>4.0999999999999996</v></c><c><f>1+1</f><v>2</v></c></row><row><c "
             "t='b'><v>1</v>"
             "</c><c t='e'><v>#REF!</v></c><c t='str'><f>A1</f><v>a </v></c><c "
             "t='inlineStr'><is><r><t>in</t></r>"
             "<r><t>line</t></r><rPh><t>no</t></rPh></is></c><c t='b'><f>TRUE()</f><v>0</v></c></row>"
             "<row r='9'><c r='B9'/><c s='1'/><c t='str'><v></v></c></row></sheetData>"),
      "0,0N[4.1]0,1Nf[2]1,0B[TRUE]1,1E[#REF!]1,2Tf[a ]1,3T[inline]1,4Bf[FALSE]");
  /* Rows and cells out of order, and one cell twice. */
  assert_cells (
      folder, BOOK (""),
      SHEET (
          "<sheetData><row r='5'><c r='B5'><v>1</v></c><c r='A5'><v>2</v></c></row><row r='2'><c r='A2'><v>3"
          "</v></c></row><row r='5'><c r='B5'><v>4</v></c></row></sheetData>"),
      "1,0N[3]4,0N[2]4,1N[4]");
  /* Namespaces by prefix; extensions that use the same names. */
  assert_cells (
      folder,
      "<x:workbook xmlns:x='" MAIN "' xmlns:rel='" OFFICE "'><x:sheets><x:sheet name='One' sheetId='1' "
      "rel:id='r1'/></x:sheets></x:workbook>",
      "<x:worksheet xmlns:x='" MAIN
      "'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>yes</x:t>"
      "</x:is></x:c><x:extLst><x:ext><x:c r='B1'><x:v>1</x:v></x:c></x:ext></x:extLst></x:row></x:sheetData>"
      "<x:extLst><x:ext><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:ext></x:extLst>"
      "</x:worksheet>",
      "0,0T[yes]");
}

static void
test_dates (Folder *folder, gconstpointer data)
{
  const char *sheet = SHEET (
      "<sheetData><row><c s='1'><v>46660</v></c><c s='2'><v>1</v></c><c s='3'><v>5</v></c>"
      "<c s='4'><v>0.5</v></c><c s='2'><v>46660.75</v></c><c s='1'><v>60</v></c><c s='1'><v>-1</v></c>"
      "<c s='1'><v>59</v></c><c s='1'><v>61</v></c><c s='1'><v>2958465</v></c><c s='1'><v>2958466</v></c>"
      "<c t='d'><v>2027-09-30T00:00:00.000Z</v></c><c t='d'><v>2027-09-30T10:30:00</v></c>"
      "<c s='99'><v>5</v></c></row></sheetData>");

  assert_cells (
      folder, BOOK ("<workbookPr date1904='false'/>"), sheet,
      "0,0D[2027-09-30]0,1D[1900-01-01]0,2N[5]0,3D[12:00]0,4D[2027-09-30T18:00]0,5N[60]0,6N[-1]0,7D[1900-02-"
      "28]"
      "0,8D[1900-03-01]0,9D[9999-12-31]0,10N[2958466]0,11D[2027-09-30]0,12D[2027-09-30T10:30]0,13N[5]");
  assert_cells (folder, BOOK ("<workbookPr date1904='1'/>"),
                SHEET ("<sheetData><row><c s='1'><v>0</v></c><c s='1'><v>45198</v></c></row></sheetData>"),
                "0,0D[1904-01-01]0,1D[2027-09-30]");
}

/* The strict variant: its own namespaces, dates as ISO 8601 writes them. */
static void
test_strict (Folder *folder, gconstpointer data)
{
#define STRICT_MAIN "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define STRICT_OFFICE "http://purl.oclc.org/ooxml/officeDocument/relationships"
  g_autofree char *path = folder_path (folder, "strict.xlsx");
  g_autofree char *shown = NULL;
  g_autoptr (FollowReadBook) book = NULL;
  const FollowReadSheet *sheet;

  make_zip (path, "_rels/.rels",
            "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" STRICT_OFFICE
            "/officeDocument' Target='/xl/workbook.xml'/></Relationships>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" STRICT_OFFICE
            "/worksheet' Target='worksheets\\one.xml'/><Relationship Id='r2' Type='" STRICT_OFFICE
            "/styles' Target='../xl/styles.xml'/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns='" STRICT_MAIN "' xmlns:r='" STRICT_OFFICE
            "' conformance='strict'><workbookPr dateCompatibility='0'/><sheets><sheet name='One' sheetId='1' "
            "r:id='r1'/></sheets></workbook>",
            "xl/styles.xml", STYLES, "xl/worksheets/one.xml",
            "<worksheet xmlns='" STRICT_MAIN
            "'><sheetData><row r='1'><c s='1' t='d'><v>2027-09-30</v></c><c s='1' "
            "t='d'><v>2027-09-30T18:00:00.000</v></c><c s='4' t='d'><v>1899-12-30T09:30:00</v></c><c s='4' "
            "t='d'><v>T09:30:15</v></c><c t='d'><v>1850-01-01</v></c><c t='d'><v>soon</v></c><c "
            "t='d'><v>2027-02-30</v></c></row></sheetData></worksheet>",
            NULL);
  book = read_workbook (path);
  sheet = follow_read_book_sheet (book, 0);
  shown = show_cells (sheet);
  g_assert_cmpstr (shown, ==,
                   "0,0D[2027-09-30]0,1D[2027-09-30T18:00]0,2D[09:30]0,3D[09:30:15]0,4D[1850-01-01]0,5T[soon]"
                   "0,6T[2027-02-30]");
  g_assert_cmpfloat (follow_read_sheet_cell (sheet, 0, 0)->number, ==, 46660);
  g_assert_cmpfloat (follow_read_sheet_cell (sheet, 0, 1)->number, ==, 46660.75);
}

/* Long because all of a file stands in it. As Google Sheets writes: every style on every cell to the edge of the grid, fills with both colours,
 * comments with the names behind the words. */
static void
test_google (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "google.xlsx");
  g_autoptr (FollowReadBook) book = NULL;
  const FollowReadSheet *sheet;

  make_zip (
      path, "_rels/.rels", ROOT_RELS, "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='rId3' Type='" OFFICE
      "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId1' Type='" OFFICE
      "/styles' Target='styles.xml'/><Relationship Id='rId2' Type='" OFFICE
      "/sharedStrings' Target='sharedStrings.xml'/></Relationships>",
      "xl/workbook.xml",
      "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><workbook xmlns='" MAIN "' xmlns:r='" OFFICE
      "' xmlns:mx='http://schemas.microsoft.com/office/mac/excel/2008/main'><workbookPr/><sheets><sheet "
      "state='visible' name='Log' sheetId='1' r:id='rId3'/></sheets><definedNames/><calcPr/></workbook>",
      "xl/sharedStrings.xml",
      "<sst xmlns='" MAIN
      "' count='2' uniqueCount='2'><si><t>Due</t></si><si><t>https://example.org</t></si></sst>",
      "xl/styles.xml",
      "<styleSheet xmlns='" MAIN
      "'><numFmts count='1'><numFmt numFmtId='164' formatCode='d mmm yyyy'/></numFmts>"
      "<fonts count='1'><font><sz val='10.0'/></font></fonts><fills count='3'><fill><patternFill "
      "patternType='none'/></fill>"
      "<fill><patternFill patternType='lightGray'/></fill><fill><patternFill patternType='solid'><fgColor "
      "rgb='FFFF0000'/>"
      "<bgColor rgb='FFFF0000'/></patternFill></fill></fills><cellXfs count='3'><xf borderId='0' fillId='0' "
      "fontId='0' "
      "numFmtId='0' xfId='0' applyAlignment='1' applyFont='1'/><xf fillId='2' numFmtId='164' "
      "applyFill='1'/></cellXfs></styleSheet>",
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns='" MAIN "' xmlns:r='" OFFICE
      "'><sheetPr><outlinePr summaryBelow='0'/></sheetPr><sheetFormatPr customHeight='1'/><sheetData><row "
      "r='1'>"
      "<c r='A1' s='0' t='s'><v>0</v></c><c r='B1' s='0'/></row><row r='2'><c r='A2' "
      "s='1'><v>46660.0</v></c><c r='B2' s='0' t='s'>"
      "<f>HYPERLINK(\"https://example.org\",\"x\")</f><v>1</v></c></row><row r='1000' ht='15.75' "
      "customHeight='1'><c r='A1000' s='0'/></row>"
      "</sheetData><drawing r:id='rId9'/><legacyDrawing r:id='rId8'/></worksheet>",
      "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='rId1' Type='" OFFICE
      "/comments' Target='../comments1.xml'/></Relationships>",
      "xl/comments1.xml",
      "<comments xmlns='" MAIN
      "'><authors><author/></authors><commentList><comment ref='A2' authorId='0'><text>"
      "<t xml:space='preserve'>moved once\n\t-Lead A</t></text></comment></commentList></comments>",
      NULL);
  book = read_workbook (path);
  sheet = follow_read_book_sheet (book, 0);
  assert_cell (sheet, 1, 0, "2027-09-30");
  assert_cell (sheet, 1, 1, "https://example.org");
  g_assert_cmpint (follow_read_sheet_fill (sheet, 1, 0), ==, FOLLOW_READ_FILLED | 0xff0000);
  g_assert_cmpuint (sheet->n_rows, ==, 2);
  g_assert_cmpstr (g_array_index (sheet->comments, FollowReadComment, 0).text, ==, "moved once\n\t-Lead A");
}

static void
test_around (Folder *folder, gconstpointer data)
{
  g_autofree char *path = make_book (
      folder, BOOK (""),
      SHEET ("<cols><col min='2' max='3' width='9' hidden='1'/><col min='5' max='5'/></cols><sheetData><row "
             "r='2' "
             "hidden='1'/><row r='3' hidden='true'><c><v>1</v></c></row><row r='7' "
             "hidden='0'/></sheetData><mergeCells>"
             "<mergeCell ref='A1:B2'/><mergeCell ref='C9'/><mergeCell ref='$D$1:$D$3'/></mergeCells>"));
  g_autoptr (FollowReadBook) book = read_workbook (path);
  const FollowReadSheet *sheet = follow_read_book_sheet (book, 0);

  g_assert_false (follow_read_sheet_row_is_hidden (sheet, 0));
  g_assert_true (follow_read_sheet_row_is_hidden (sheet, 1));
  g_assert_true (follow_read_sheet_row_is_hidden (sheet, 2));
  g_assert_false (follow_read_sheet_row_is_hidden (sheet, 6));
  g_assert_cmpuint (sheet->hidden_rows->len, ==, 1);
  g_assert_false (follow_read_sheet_column_is_hidden (sheet, 0));
  g_assert_true (follow_read_sheet_column_is_hidden (sheet, 2));
  g_assert_cmpuint (sheet->merged->len, ==, 2);
  g_assert_cmpuint (g_array_index (sheet->merged, FollowReadRange, 1).last_row, ==, 2);
  g_assert_cmpuint (sheet->n_rows, ==, 3);
  g_assert_cmpuint (sheet->n_columns, ==, 1);
}

/* Written by openpyxl: every kind of cell, two sheets of which one is hidden. */
static const char openpyxl_script[] = "import openpyxl, sys, datetime\n"
                                      "book = openpyxl.Workbook()\n"
                                      "s = book.active\n"
                                      "s.title = 'Plan & more'\n"
                                      "s.append(['text', 12, 4.1, True, datetime.date(2027, 9, 30), "
                                      "datetime.datetime(2027, 9, 30, 14, 5), '=1+1'])\n"
                                      "s['A3'] = '007'\n"
                                      "s['B4'] = datetime.time(9, 30)\n"
                                      "s['C5'] = datetime.timedelta(hours=30)\n"
                                      "s.merge_cells('A3:B3')\n"
                                      "s.row_dimensions[4].hidden = True\n"
                                      "s.column_dimensions['C'].hidden = True\n"
                                      "h = book.create_sheet('Hidden')\n"
                                      "h.sheet_state = 'hidden'\n"
                                      "h['XFD1048576'] = 'far'\n"
                                      "book.create_chartsheet('Chart')\n"
                                      "book.save(sys.argv[1])\n";

static void
test_openpyxl (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  g_autofree char *output = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *far = NULL;
  g_autoptr (FollowReadBook) book = NULL;

  if (!have_openpyxl ())
    return;
  output = run_python (openpyxl_script, path, NULL);
  book = read_workbook (path);
  g_assert_cmpuint (book->sheets->len, ==, 2);
  g_assert_cmpstr (follow_read_book_sheet (book, 0)->name, ==, "Plan & more");
  shown = show_cells (follow_read_book_sheet (book, 0));
  g_assert_cmpstr (
      shown, ==,
      "0,0T[text]0,1N[12]0,2N[4.1]0,3B[TRUE]0,4D[2027-09-30]0,5D[2027-09-30T14:05]0,6.f[]2,0T[007]3,1D[09:30]"
      "4,2N[1.25]");
  g_assert_true (follow_read_sheet_row_is_hidden (follow_read_book_sheet (book, 0), 3));
  g_assert_true (follow_read_sheet_column_is_hidden (follow_read_book_sheet (book, 0), 2));
  g_assert_true (follow_read_book_sheet (book, 1)->hidden);
  far = show_cells (follow_read_book_sheet (book, 1));
  g_assert_cmpstr (far, ==, "1048575,16383T[far]");
}

static void
test_libreoffice (Folder *folder, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (FollowReadBook) book = NULL;

  if (!have_libreoffice ())
    return;
  path = make_book (
      folder, BOOK (""),
      SHEET ("<cols><col min='3' max='3' width='9' hidden='1'/></cols><sheetData><row r='1'><c r='A1' "
             "t='s'><v>1</v></c>"
             "<c r='B1' s='2'><v>46660</v></c><c r='C1' t='b'><v>1</v></c><c r='D1'><v>4.1</v></c></row><row "
             "r='3' "
             "hidden='1'><c r='A3' "
             "t='inlineStr'><is><t>two\nlines</t></is></c></row></sheetData><mergeCells><mergeCell "
             "ref='A3:B4'/></mergeCells>"));
  saved = convert_with_libreoffice (folder, path, "xlsx", NULL);
  book = read_workbook (saved);
  shown = show_cells (follow_read_book_sheet (book, 0));
  g_assert_cmpstr (shown, ==, "0,0T[rich ]0,1D[2027-09-30]0,2Bf[TRUE]0,3N[4.1]2,0T[two\nlines]");
  g_assert_cmpuint (follow_read_book_sheet (book, 0)->merged->len, ==, 1);
  g_assert_true (follow_read_sheet_row_is_hidden (follow_read_book_sheet (book, 0), 2));
  g_assert_true (follow_read_sheet_column_is_hidden (follow_read_book_sheet (book, 0), 2));
}

/* The real plan: the workbook has the same texts as the table, below a title row. */
static void
test_real_plan (void)
{
  g_autofree char *xlsx = g_build_filename (g_getenv ("FOLLOW_SHARED"), "real", "plan-2009.xlsx", NULL);
  g_autofree char *csv = g_build_filename (g_getenv ("FOLLOW_SHARED"), "real", "plan-2009.csv", NULL);
  g_autoptr (FollowReadBook) book = NULL;
  g_autoptr (FollowReadBook) table = NULL;
  g_autoptr (GError) error = NULL;
  const FollowReadSheet *one;
  const FollowReadSheet *other;

  if (!g_file_test (xlsx, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the real plan is not here");
      return;
    }
  book = read_workbook (xlsx);
  table = follow_delimited_read (csv, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  one = follow_read_book_sheet (book, 0);
  other = follow_read_book_sheet (table, 0);
  g_assert_cmpuint (one->n_rows, ==, other->n_rows + 1);
  g_assert_cmpuint (one->n_columns, ==, other->n_columns);
  g_assert_cmpuint (other->cells->len, ==, 149);
  for (guint32 r = 0; r < other->n_rows; r++)
    for (guint32 c = 0; c < one->n_columns; c++)
      g_assert_cmpstr (follow_read_sheet_text (one, r + 1, c), ==, follow_read_sheet_text (other, r, c));
  g_assert_cmpuint (one->merged->len, ==, 8);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/xlsx-read/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("cells", test_cells);
  ADD ("dates", test_dates);
  ADD ("strict", test_strict);
  ADD ("google", test_google);
  ADD ("around", test_around);
  ADD ("openpyxl", test_openpyxl);
  ADD ("libreoffice", test_libreoffice);
  g_test_add_func ("/xlsx-read/real-plan", test_real_plan);
  return g_test_run ();
}
