/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet says beside its values: fills, strikes, comments, links, drop-downs, tables. Here in
 * files made by hand, part by part as Excel and Google Sheets are known to write them;
 * test-xlsx-programs.c has files that programs made. */
#include <string.h>

#include "exchange-test.h"
#include "show-sheet.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"
#define THREADS "http://schemas.microsoft.com/office/2018/threadedcomments"

#define RELATION(id, type, target) \
  "<Relationship Id='" id "' Type='" OFFICE "/" type "' Target='" target "'/>"
#define RELATIONS(inside) "<Relationships xmlns='" PACKAGE "'>" inside "</Relationships>"

static const char root_relations[] = RELATIONS (RELATION ("a", "officeDocument", "xl/workbook.xml"));
static const char book_relations[] = RELATIONS (
    RELATION ("r1", "worksheet", "worksheets/sheet1.xml")
        RELATION ("r2", "worksheet", "/xl/worksheets/sheet2.xml")
            RELATION ("r3", "chartsheet", "chartsheets/sheet1.xml") RELATION ("r4", "styles", "styles.xml")
                RELATION ("r5", "sharedStrings", "sharedStrings.xml") RELATION (
                    "r6", "theme", "theme/theme1.xml") "<Relationship Id='r7' "
                                                       "Type='http://schemas.microsoft.com/office/2017/10/"
                                                       "relationships/person' Target='persons/person.xml'/>");
static const char workbook[] =
    "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><sheets><sheet name='Chart' sheetId='3' r:id='r3'/>"
    "<sheet name='Plan' sheetId='1' r:id='r1'/><sheet name=\"The leads' list\" sheetId='2' "
    "state='veryHidden' r:id='r2'/></sheets>"
    "<definedNames><definedName name='Leads'>'The leads'' list'!$A$1:$A$3</definedName>"
    "<definedName name='Own' localSheetId='1'>Plan!$A$1:$A$2</definedName></definedNames></workbook>";
static const char lists[] =
    "<worksheet xmlns='" MAIN "'><sheetData><row><c t='inlineStr'><is><t>Health</t></is></c></row><row/>"
    "<row><c t='inlineStr'><is><t>Police</t></is></c></row></sheetData></worksheet>";

/* Adds the parts that all have; @sheet_relations and what follows may be NULL. */
static FollowReadBook *
make_book (Folder *folder,
           const char *styles,
           const char *sheet,
           const char *sheet_relations,
           const char *more,
           const char *more_content)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  static const char strings[] = "<sst xmlns='" MAIN "'><si><t>shared</t></si>"
                                "<si><r><rPr><strike/><sz val='11'/></rPr><t>old</t></r><r><rPr><sz "
                                "val='11'/></rPr><t xml:space='preserve'> new</t></r></si>"
                                "<si><r><t xml:space='preserve'> </t></r><r><rPr><strike "
                                "val='1'/></rPr><t>all</t></r></si><si><r><t>own </t></r><r><rPr><strike "
                                "val='0'/></rPr><t>plain</t></r></si></sst>";
  static const char theme[] = "<a:theme xmlns:a='" DRAWING "'><a:themeElements><a:clrScheme name='Ours'>"
                              "<a:dk1><a:sysClr val='windowText' lastClr='111111'/></a:dk1><a:lt1><a:sysClr "
                              "val='window' lastClr='FEFEFE'/></a:lt1>"
                              "<a:dk2><a:srgbClr val='1F497D'/></a:dk2><a:lt2><a:srgbClr "
                              "val='EEECE1'/></a:lt2><a:accent1><a:srgbClr val='4F81BD'/></a:accent1>"
                              "</a:clrScheme><a:fmtScheme><a:accent1><a:srgbClr "
                              "val='000000'/></a:accent1></a:fmtScheme></a:themeElements></a:theme>";
  static const char people[] =
      "<personList xmlns='" THREADS
      "'><person displayName='Lead A' id='{1}'/><person displayName='Lead B' id='{2}'/></personList>";

  make_zip (path, "_rels/.rels", root_relations, "xl/workbook.xml", workbook, "xl/_rels/workbook.xml.rels",
            book_relations, "xl/styles.xml", styles, "xl/sharedStrings.xml", strings, "xl/theme/theme1.xml",
            theme, "xl/persons/person.xml", people, "xl/worksheets/sheet1.xml", sheet,
            "xl/worksheets/sheet2.xml", lists,
            sheet_relations != NULL ? "xl/worksheets/_rels/sheet1.xml.rels" : NULL, sheet_relations,
            more != NULL ? more : NULL, more_content, NULL);
  return read_workbook (path);
}

#define SHEET(inside) "<worksheet xmlns='" MAIN "' xmlns:r='" OFFICE "'>" inside "</worksheet>"
#define FILL(inside) "<fill><patternFill patternType='solid'>" inside "</patternFill></fill>"
#define STYLES(more)                                                                                         \
  "<styleSheet xmlns='" MAIN "'><fonts count='2'><font><sz "                                                 \
  "val='11'/></font><font><strike/></font><font><strike val='0'/></font></fonts>"                            \
  "<fills><fill><patternFill patternType='none'/></fill><fill><patternFill "                                 \
  "patternType='gray125'/></fill>" FILL ("<fgColor rgb='FFFF0000'/><bgColor indexed='64'/>")                 \
      FILL ("<fgColor theme='4'/>") FILL ("<fgColor theme='4' tint='0.39997558519241921'/>")                 \
          FILL ("<fgColor theme='0' tint='-0.249977111117893'/>") FILL ("<fgColor indexed='13'/>") FILL (    \
              "<fgColor rgb='0000B050'/>") "<fill><patternFill patternType='mediumGray'><fgColor "           \
                                           "rgb='FF000000'/><bgColor rgb='FFFFFFFF'/></patternFill></fill>"  \
                                           "<fill><gradientFill><stop position='0'><color "                  \
                                           "rgb='FFFF0000'/></stop><stop position='1'><color "               \
                                           "rgb='FF0000FF'/></stop></gradientFill></fill>" FILL (            \
                                               "") "</fills>"                                                \
                                                   "<cellStyleXfs><xf "                                      \
                                                   "fillId='2'/></cellStyleXfs><cellXfs><xf/><xf "           \
                                                   "fontId='1'/><xf fillId='2'/><xf fillId='3'/><xf "        \
                                                   "fillId='4'/><xf fillId='5'/>"                            \
                                                   "<xf fillId='6'/><xf fillId='7'/><xf fillId='8'/><xf "    \
                                                   "fillId='9'/><xf fillId='10'/><xf fontId='2' "            \
                                                   "fillId='1'/><xf fillId='99' fontId='99'/></cellXfs>"     \
                                                   "<dxfs><dxf><font><strike/></"                            \
                                                   "font><fill><patternFill><bgColor "                       \
                                                   "rgb='FF123456'/></patternFill></fill></dxf></dxfs>" more \
                                                   "</styleSheet>"
#define WORD(place, style) "<c r='" place "' s='" style "' t='s'><v>0</v></c>"

static void
test_fills (Folder *folder, gconstpointer data)
{
  const char *sheet =
      SHEET ("<sheetData><row>" WORD ("A1", "2") WORD ("B1", "3") WORD ("C1", "4") WORD ("D1", "5")
                 WORD ("E1", "6") WORD ("F1", "7") WORD ("G1", "8") WORD ("H1", "9") WORD ("I1", "10")
                     WORD ("J1", "11") WORD ("K1", "12") WORD ("L1", "999") "</row></sheetData>");
  g_autoptr (FollowReadBook) book = make_book (folder, STYLES (""), sheet, NULL, NULL, NULL);
  g_autoptr (FollowReadBook) own = make_book (
      folder,
      STYLES ("<colors><indexedColors><rgbColor rgb='00010203'/><rgbColor rgb='FF0A0B0C'/>"
              "<rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/"
              "><rgbColor/><rgbColor/><rgbColor/><rgbColor rgb='FFABCDEF'/></indexedColors></colors>"),
      SHEET ("<sheetData><row>" WORD ("A1", "6") "</row></sheetData>"), NULL, NULL, NULL);

  assert_sheet (book, 0,
                "A1 T #ff0000 shared\nB1 T #4f81bd shared\nC1 T #95b3d7 shared\nD1 T #bfbfbf shared\nE1 T "
                "#ffff00 shared\n"
                "F1 T #00b050 shared\nG1 T #808080 shared\nH1 T #800080 shared\nI1 T #000000 shared\nJ1 T "
                "#dfdfdf shared\nK1 T shared\nL1 T shared\n");
  assert_sheet (own, 0, "A1 T #abcdef shared\n");
}

/* Colours without words: in cells, rows and columns that hold nothing. */
static void
test_empty_fills (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book =
      make_book (folder, STYLES (""),
                 SHEET ("<cols><col min='3' max='16384' style='7'/></cols><sheetData>"
                        "<row r='1'>" WORD (
                            "A1", "0") "<c r='B1' s='2'/></row><row r='2' s='6' customFormat='1'><c r='A2' "
                                       "s='6'/><c r='C2'/></row>"
                                       "<row r='3' s='6'>" WORD (
                                           "A3", "0") "</row><row r='4'><c r='A4' s='2'/></row></sheetData>"),
                 NULL, NULL, NULL);

  assert_sheet (book, 0,
                "A1 T shared\nB1 #ff0000\nC1 #00b050\nA2 #ffff00\nB2 #ffff00\nA3 T shared\nC3 #00b050\n");
  g_assert_cmpint (follow_read_sheet_fill (follow_read_book_sheet (book, 0), 0, 16383), ==,
                   FOLLOW_READ_FILLED | 0x00b050);
}

static void
test_strikes (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book = make_book (
      folder, STYLES (""),
      SHEET ("<sheetData><row>" WORD (
          "A1",
          "1") "<c s='1'><v>7</v></c><c t='s'><v>1</v></c>"
               "<c t='s'><v>2</v></c><c s='1' t='s'><v>3</v></c><c t='s'><v>3</v></c>" WORD (
                   "G1",
                   "11") "<c "
                         "t='inlineStr'><is><r><rPr><strike/></rPr><t>in</t></r></is></c></row></sheetData>"),
      NULL, NULL, NULL);

  assert_sheet (book, 0,
                "A1 T~~ shared\nB1 N~~ 7\nC1 T~ old new\nD1 T~~  all\nE1 T~ own plain\nF1 T own plain\nG1 T "
                "#dfdfdf shared\nH1 T~~ in\n");
}

static void
test_hidden (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book =
      make_book (folder, STYLES (""),
                 SHEET ("<cols><col min='1' max='1' width='0' customWidth='1'/></cols><sheetData><row r='4' "
                        "ht='0' customHeight='1'>"
                        "<c r='B4'><v>1</v></c></row><row r='2' hidden='1'/></sheetData>"),
                 NULL, NULL, NULL);

  g_assert_cmpuint (book->sheets->len, ==, 2);
  assert_sheet (book, 0, "B4 N 1\nrow 2 hidden\nrow 4 hidden\ncolumn A hidden\n");
  assert_sheet (book, 1, "A1 T Health\nA3 T Police\nsheet very hidden\n");
}

static void
test_links (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book = make_book (
      folder, STYLES (""),
      SHEET ("<hyperlinks><hyperlink ref='A1' r:id='rId1' tooltip='Open'/>"
             "<hyperlink ref='B2:C3' location=\"'The leads'' list'!A1\" display='there'/><hyperlink ref='A2' "
             "r:id='rId2'/><hyperlink ref='A3' r:id='rId1' location='page=2'/>"
             "<hyperlink ref='nowhere' r:id='rId1'/><hyperlink ref='A4' r:id='rId9'/></hyperlinks>"),
      RELATIONS ("<Relationship Id='rId1' Type='" OFFICE
                 "/hyperlink' Target='https://example.org/../a%20b?c=d&amp;e' TargetMode='External'/>"
                 "<Relationship Id='rId2' Type='" OFFICE "/hyperlink' Target='#Plan!A9'/>"),
      NULL, NULL);
  const FollowReadSheet *sheet = follow_read_book_sheet (book, 0);

  assert_sheet (book, 0,
                "A1 link https://example.org/../a%20b?c=d&e# Open\nA2 link #Plan!A9 \nB2:C3 link #'The "
                "leads'' list'!A1 \n"
                "A3 link https://example.org/../a%20b?c=d&e#page=2 \nA4 link # \n");
  g_assert_cmpstr (follow_read_sheet_link_at (sheet, 2, 2)->location, ==, "'The leads'' list'!A1");
  g_assert_cmpstr (follow_read_sheet_link_at (sheet, 2, 0)->location, ==, "page=2");
  g_assert_null (follow_read_sheet_link_at (sheet, 4, 0));
  g_assert_null (follow_read_sheet_link_at (sheet, 0, 1));
}

static void
test_comments (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book = make_book (
      folder, STYLES (""), SHEET (""),
      RELATIONS (RELATION ("c", "comments", "../comments1.xml") RELATION ("d", "comments", "../absent.xml")),
      "xl/comments1.xml",
      "<comments xmlns='" MAIN
      "'><authors><author>Lead A</author><author/><author>tc={0}</author></authors><commentList>"
      "<comment ref='B2' authorId='0'><text><r><rPr><b/></rPr><t>Lead A:</t></r><r><t "
      "xml:space='preserve'>\nwaits for the board_x000D_\n</t></r></text></comment>"
      "<comment ref='A1' authorId='1'><text><t>Lead A: said so</t></text></comment><comment ref='A2' "
      "authorId='9'><text><t>x</t></text></comment>"
      "<comment ref='A3' authorId='2'><text><t>[Threaded comment]\n\nYour version reads it. Learn "
      "more\n\nComment:\n    agreed\nReply:\n    noted</t></text></comment>"
      "<comment authorId='0'><text><t>nowhere</t></text></comment></commentList></comments>");
  guint n;

  assert_sheet (book, 0,
                "A1 note [] Lead A: said so\nA2 note [] x\nB2 note [Lead A] waits for the board\nA3 note [] "
                "agreed\nReply:\n    noted\n");
  g_assert_nonnull (follow_read_sheet_comments_at (follow_read_book_sheet (book, 0), 1, 1, &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (follow_read_sheet_comments_at (follow_read_book_sheet (book, 0), 1, 2, &n));
  g_assert_cmpuint (n, ==, 0);
}

/* A thread comes twice in a file of today's Excel: as such, and for programs that know none. */
static void
test_threads (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "made.xlsx");
  g_autoptr (FollowReadBook) book = NULL;
  guint n;

  make_zip (
      path, "_rels/.rels", root_relations, "xl/workbook.xml", workbook, "xl/_rels/workbook.xml.rels",
      book_relations, "xl/worksheets/sheet1.xml", SHEET (""), "xl/worksheets/sheet2.xml", lists,
      "xl/persons/person.xml",
      "<personList xmlns='" THREADS
      "'><person displayName='Lead A' id='{1}'/><person displayName='Lead B' id='{2}'/></personList>",
      "xl/worksheets/_rels/sheet1.xml.rels",
      RELATIONS (RELATION (
          "c", "comments",
          "../comments1.xml") "<Relationship Id='t' "
                              "Type='http://schemas.microsoft.com/office/2017/10/relationships/"
                              "threadedComment' Target='../threadedComments/threadedComment1.xml'/>"),
      "xl/comments1.xml",
      "<comments xmlns='" MAIN "'><authors><author>tc={7}</author><author>Clerk</author></"
      "authors><commentList><comment ref='C3' authorId='0'><text>"
      "<t>[Threaded comment]\n\nComment:\n    Is this done?</t></text></comment><comment ref='A1' "
      "authorId='1'><text><t>Clerk:\nown</t></text></comment></commentList></comments>",
      "xl/threadedComments/threadedComment1.xml",
      "<ThreadedComments xmlns='" THREADS
      "'><threadedComment ref='C3' dT='2027-09-30T14:05:00.12' personId='{1}' id='{7}' done='1'><text>Is "
      "this done?</text></threadedComment>"
      "<threadedComment ref='C3' dT='2027-10-01T09:00:00.00' personId='{2}' id='{8}' "
      "parentId='{7}'><text>Yes</text><mentions><mention/></mentions></threadedComment></ThreadedComments>",
      NULL);
  book = read_workbook (path);
  assert_sheet (book, 0,
                "A1 note [Clerk] own\nC3 note done [Lead A] 2027-09-30T14:05:00 Is this done?\nC3 reply "
                "[Lead B] 2027-10-01T09:00:00 Yes\n");
  g_assert_cmpstr (follow_read_sheet_comments_at (follow_read_book_sheet (book, 0), 2, 2, &n)->text, ==,
                   "Is this done?");
  g_assert_cmpuint (n, ==, 2);
}

static void
test_validations (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book = make_book (
      folder, STYLES (""),
      SHEET (
          "<sheetData><row><c t='s'><v>0</v></c></row><row><c><v>2</v></c></row></sheetData>"
          "<dataValidations><dataValidation type='list' sqref='A1:A9 C1'><formula1>\"Open, Closed,Say "
          "\"\"when\"\"\"</formula1></dataValidation>"
          "<dataValidation type='list' sqref='B1'><formula1>Leads</formula1></dataValidation><dataValidation "
          "type='list' sqref='B2'><formula1>own</formula1></dataValidation>"
          "<dataValidation type='list' "
          "sqref='B3'><formula1>$A$1:$A$2</formula1></dataValidation><dataValidation type='list' "
          "sqref='B4'><formula1>INDIRECT(A1)</formula1></dataValidation>"
          "<dataValidation type='whole' "
          "sqref='D1'><formula1>1</formula1><formula2>9</formula2></dataValidation><dataValidation "
          "sqref='E1'/>"
          "<dataValidation type='list' sqref='F1'><mc:AlternateContent xmlns:mc='m' "
          "xmlns:x12ac='x'><mc:Choice Requires='x12ac'><x12ac:list>Yes,\"No, not "
          "yet\",\"\"\"?\"\"\"</x12ac:list></mc:Choice>"
          "<mc:Fallback><formula1>\"Yes,No, not "
          "yet,\"\"?\"\"\"</formula1></mc:Fallback></mc:AlternateContent></dataValidation></dataValidations>"
          "<extLst><ext uri='{CCE6A557}'><x14:dataValidations xmlns:x14='a' xmlns:xm='b'><x14:dataValidation "
          "type='list'><x14:formula1><xm:f>'The leads'' list'!$A$1:$A$3</xm:f></x14:formula1>"
          "<xm:sqref>G1:G5</xm:sqref></x14:dataValidation></x14:dataValidations></"
          "ext><ext><sheetData><row><c><v>9</v></c></row></sheetData></ext></extLst>"),
      NULL, NULL, NULL);
  const FollowReadSheet *sheet = follow_read_book_sheet (book, 0);

  assert_sheet (book, 0,
                "A1 T shared\nA2 N 2\nA1:A9 C1 list Open|Closed|Say \"when\"\nB1 list from 1 A1:A3 "
                "Health|Police\nB2 list from 0 A1:A2 shared|2\n"
                "B3 list from 0 A1:A2 shared|2\nB4 list INDIRECT(A1)\nD1 whole 1\nE1  \nF1 list Yes|No, not "
                "yet|\"?\"\nG1:G5 list from 1 A1:A3 Health|Police\n");
  g_assert_cmpstr (follow_read_sheet_validation_at (sheet, 0, 2)->words[1], ==, "Closed");
  g_assert_cmpint (follow_read_sheet_validation_at (sheet, 4, 6)->source_sheet, ==, 1);
  g_assert_null (follow_read_sheet_validation_at (sheet, 9, 0));
}

static void
test_tables (Folder *folder, gconstpointer data)
{
  g_autoptr (FollowReadBook) book =
      make_book (folder, STYLES (""), SHEET ("<tableParts count='1'><tablePart r:id='t'/></tableParts>"),
                 RELATIONS (RELATION ("t", "table", "../tables/table1.xml")), "xl/tables/table1.xml",
                 "<table xmlns='" MAIN
                 "' id='1' name='Table1' displayName='Actions' ref='A3:D20' totalsRowCount='1'><autoFilter "
                 "ref='A3:D19'/><tableColumns><tableColumn id='1' name='table'/></tableColumns></table>");

  assert_sheet (book, 0, "table Actions A3:D20 1 1\n");
}

/* Many areas are found as fast as few. */
static void
test_many_areas (Folder *folder, gconstpointer data)
{
  GString *sheet = g_string_new ("<worksheet><mergeCells>");
  g_autoptr (FollowReadBook) book = NULL;
  gint64 start;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (sheet, "<mergeCell ref='A%u:B%u'/>", i + 1, i + 1);
  g_string_append (sheet, "</mergeCells></worksheet>");
  book = make_book (folder, STYLES (""), sheet->str, NULL, NULL, NULL);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 200000; i++)
    g_assert_cmpuint (follow_read_sheet_merged_at (follow_read_book_sheet (book, 0), i, 1)->last_row, ==, i);
  g_assert_null (follow_read_sheet_merged_at (follow_read_book_sheet (book, 0), 5, 2));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_string_free (sheet, TRUE);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/xlsx-facts/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("fills", test_fills);
  ADD ("empty-fills", test_empty_fills);
  ADD ("strikes", test_strikes);
  ADD ("hidden", test_hidden);
  ADD ("links", test_links);
  ADD ("comments", test_comments);
  ADD ("threads", test_threads);
  ADD ("validations", test_validations);
  ADD ("tables", test_tables);
  ADD ("many-areas", test_many_areas);
  return g_test_run ();
}
