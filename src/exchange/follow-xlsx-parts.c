/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "follow-error.h"

typedef struct
{
  FollowXlsxPackage *package;
  char *base;          /* the part whose relations these are */
  GHashTable *targets; /* part by id */
  GHashTable *types;   /* part by the last word of the type */
  GHashTable *ids;     /* that last word by id */
} Relations;

static void
relations_clear (Relations *self)
{
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->base, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, relations_clear)

static void
relation_started_cb (gpointer data, const char *name, const char **attributes)
{
  Relations *self = data;
  const char *id = follow_xlsx_attribute (attributes, "Id");
  const char *type = follow_xlsx_attribute (attributes, "Type");
  const char *target = follow_xlsx_attribute (attributes, "Target");
  const char *word = type != NULL ? strrchr (type, '/') : NULL;
  g_autofree char *part = NULL;

  if (!g_str_equal (name, "Relationship") || id == NULL || target == NULL || word == NULL ||
      g_strcmp0 (follow_xlsx_attribute (attributes, "TargetMode"), "External") == 0)
    return;
  part = follow_xlsx_resolve_part (self->base, target);
  g_hash_table_insert (self->targets, g_strdup (id), g_strdup (part));
  g_hash_table_insert (self->ids, g_strdup (id), g_strdup (word + 1));
  if (!g_hash_table_contains (self->types, word + 1))
    g_hash_table_insert (self->types, g_strdup (word + 1), g_steal_pointer (&part));
}

/* Reads the relations of @base, "" for the whole package's. A file without any has none. */
static gboolean
read_relations (Relations *self, FollowXlsxPackage *package, const char *base, GError **error)
{
  const FollowXlsxHandlers handlers = { .start = relation_started_cb };
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *file = *base != '\0' ? g_path_get_basename (base) : g_strdup ("");
  g_autofree char *part = g_str_equal (folder, ".") ? g_strconcat ("_rels/", file, ".rels", NULL)
                                                    : g_strconcat (folder, "/_rels/", file, ".rels", NULL);

  self->package = package;
  self->base = g_strdup (base);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!follow_xlsx_package_has (package, part))
    return TRUE;
  return follow_xlsx_package_parse (package, part, &handlers, self, error);
}

void
follow_xlsx_append (FollowXlsxPackage *package, GString *text, const char *more, int length)
{
  if (text->len + length > follow_xlsx_package_limits (package)->text_bytes)
    follow_xlsx_package_refuse_large (package);
  else
    g_string_append_len (text, more, length);
}

/* Returns: the unit that @p writes as _xHHHH_, or -1. */
static int
escaped_unit (const char *p)
{
  int unit = 0;

  if (p[0] != '_' || p[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (p[i]);
    }
  return p[6] == '_' ? unit : -1;
}

void
follow_xlsx_unescape (GString *text)
{
  const char *next = strstr (text->str, "_x");
  GString *plain;

  if (next == NULL)
    return;
  plain = g_string_sized_new (text->len);
  for (const char *p = text->str; *p != '\0';)
    {
      int unit = escaped_unit (p);
      int low = unit >= 0xd800 && unit <= 0xdbff ? escaped_unit (p + 7) : -1;

      if (unit < 0)
        {
          g_string_append_c (plain, *p++);
          continue;
        }
      p += 7;
      if (low >= 0xdc00 && low <= 0xdfff)
        {
          g_string_append_unichar (plain, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
          p += 7;
        }
      else
        g_string_append_unichar (plain, unit == 0 || (unit >= 0xd800 && unit <= 0xdfff) ? 0xfffd : unit);
    }
  g_string_assign (text, plain->str);
  g_string_free (plain, TRUE);
}

typedef struct
{
  FollowXlsxParts *parts;
  Relations *relations;
} WorkbookParse;

static void
workbook_started_cb (gpointer data, const char *name, const char **attributes)
{
  WorkbookParse *self = data;

  if (g_str_equal (name, "workbookPr"))
    self->parts->from_1904 = follow_xlsx_attribute_is_true (attributes, "date1904");
  else if (g_str_equal (name, "sheet"))
    {
      const char *id = follow_xlsx_attribute (attributes, "id");
      const char *state = follow_xlsx_attribute (attributes, "state");
      const char *sheet_name = follow_xlsx_attribute (attributes, "name");
      FollowXlsxSheetEntry entry = { .name = g_strdup (sheet_name != NULL ? sheet_name : "") };

      entry.hidden = state != NULL && !g_str_equal (state, "visible");
      /* A sheet that leads nowhere is not left out in silence. */
      if (id == NULL || !g_hash_table_contains (self->relations->ids, id))
        follow_xlsx_package_refuse_damaged (self->parts->package);
      else if (g_strcmp0 (g_hash_table_lookup (self->relations->ids, id), "worksheet") == 0)
        entry.part = g_strdup (g_hash_table_lookup (self->relations->targets, id));
      g_array_append_val (self->parts->sheets, entry);
    }
}

typedef struct
{
  FollowXlsxParts *parts;
  GHashTable *codes; /* kind by the format's number */
  gboolean in_cells;
} StylesParse;

static void
style_started_cb (gpointer data, const char *name, const char **attributes)
{
  StylesParse *self = data;
  const char *id = follow_xlsx_attribute (attributes, "numFmtId");
  const char *code = follow_xlsx_attribute (attributes, "formatCode");
  guint number = id != NULL ? strtoul (id, NULL, 10) : 0;
  gpointer known = NULL;
  guint8 kind;

  if (g_str_equal (name, "cellXfs"))
    self->in_cells = TRUE;
  else if (g_str_equal (name, "numFmt") && code != NULL)
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (number),
                         GUINT_TO_POINTER (follow_number_kind_of_code (code)));
  else if (g_str_equal (name, "xf") && self->in_cells)
    {
      kind = g_hash_table_lookup_extended (self->codes, GUINT_TO_POINTER (number), NULL, &known)
                 ? GPOINTER_TO_UINT (known)
                 : follow_number_kind_of_id (number);
      g_array_append_val (self->parts->kinds, kind);
    }
}

static void
style_ended_cb (gpointer data, const char *name)
{
  StylesParse *self = data;

  if (g_str_equal (name, "cellXfs"))
    self->in_cells = FALSE;
}

typedef struct
{
  FollowXlsxParts *parts;
  GString *text;
  guint phonetic;
  gboolean in_text;
} StringsParse;

static void
string_started_cb (gpointer data, const char *name, const char **attributes)
{
  StringsParse *self = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (self->text, 0);
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
  self->in_text = g_str_equal (name, "t") && self->phonetic == 0;
}

static void
string_ended_cb (gpointer data, const char *name)
{
  StringsParse *self = data;

  self->in_text = FALSE;
  if (g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
  if (!g_str_equal (name, "si"))
    return;
  if (self->parts->strings->len >= follow_xlsx_package_limits (self->parts->package)->n_strings)
    {
      follow_xlsx_package_refuse_large (self->parts->package);
      return;
    }
  follow_xlsx_unescape (self->text);
  g_ptr_array_add (self->parts->strings,
                   g_string_chunk_insert_len (self->parts->book->texts, self->text->str, self->text->len));
}

static void
string_text_cb (gpointer data, const char *text, int length)
{
  StringsParse *self = data;

  if (self->in_text)
    follow_xlsx_append (self->parts->package, self->text, text, length);
}

static gboolean
read_styles (FollowXlsxParts *self, const char *part, GError **error)
{
  const FollowXlsxHandlers handlers = { style_started_cb, style_ended_cb, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  StylesParse parse = { self, codes, FALSE };

  return follow_xlsx_package_parse (self->package, part, &handlers, &parse, error);
}

static gboolean
read_strings (FollowXlsxParts *self, const char *part, GError **error)
{
  const FollowXlsxHandlers handlers = { string_started_cb, string_ended_cb, string_text_cb };
  StringsParse parse = { .parts = self, .text = g_string_new (NULL) };
  gboolean ok = follow_xlsx_package_parse (self->package, part, &handlers, &parse, error);

  g_string_free (parse.text, TRUE);
  return ok;
}

/* What else a zip can be whose main part is not a workbook's. */
static gboolean
refuse_other (FollowXlsxPackage *package, const char *name, GError **error)
{
  const char *reason = _ ("it is not an Excel workbook");

  if (follow_xlsx_package_has (package, "content.xml"))
    reason = _ ("it is an OpenDocument file. Save it as an Excel workbook (.xlsx) and try again");
  else if (follow_xlsx_package_has (package, "xl/workbook.bin"))
    reason = _ ("it is a binary Excel workbook. Save it as .xlsx and try again");
  else if (follow_xlsx_package_has (package, "word/document.xml"))
    reason = _ ("it is a Word document");
  follow_read_set_error (error, FOLLOW_ERROR_FOREIGN, name, reason);
  return FALSE;
}

static char *
find_workbook (FollowXlsxPackage *package, Relations *relations)
{
  const char *part = g_hash_table_lookup (relations->types, "officeDocument");

  if (part == NULL || !follow_xlsx_package_has (package, part))
    part = "xl/workbook.xml";
  return g_strdup (part);
}

static void
entry_clear (FollowXlsxSheetEntry *self)
{
  g_free (self->name);
  g_free (self->part);
}

static gboolean
read_around (FollowXlsxParts *self, const char *workbook, GError **error)
{
  const FollowXlsxHandlers handlers = { .start = workbook_started_cb };
  g_auto (Relations) relations = { 0 };
  WorkbookParse parse = { self, &relations };
  const char *part;

  if (!read_relations (&relations, self->package, workbook, error) ||
      !follow_xlsx_package_parse (self->package, workbook, &handlers, &parse, error))
    return FALSE;
  part = g_hash_table_lookup (relations.types, "styles");
  if (part != NULL && follow_xlsx_package_has (self->package, part) && !read_styles (self, part, error))
    return FALSE;
  part = g_hash_table_lookup (relations.types, "sharedStrings");
  return part == NULL || !follow_xlsx_package_has (self->package, part) || read_strings (self, part, error);
}

gboolean
follow_xlsx_parts_read (FollowXlsxParts *self,
                        FollowXlsxPackage *package,
                        FollowReadBook *book,
                        GError **error)
{
  g_auto (Relations) relations = { 0 };
  g_autofree char *workbook = NULL;

  self->package = package;
  self->book = book;
  self->sheets = g_array_new (FALSE, FALSE, sizeof (FollowXlsxSheetEntry));
  g_array_set_clear_func (self->sheets, (GDestroyNotify) entry_clear);
  self->strings = g_ptr_array_new ();
  self->kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  if (!read_relations (&relations, package, "", error))
    return FALSE;
  workbook = find_workbook (package, &relations);
  if (!follow_xlsx_package_has (package, workbook) || g_str_has_suffix (workbook, ".bin") ||
      g_str_has_prefix (workbook, "word/"))
    return refuse_other (package, follow_xlsx_package_name (package), error);
  return read_around (self, workbook, error);
}

void
follow_xlsx_parts_clear (FollowXlsxParts *self)
{
  g_clear_pointer (&self->sheets, g_array_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
}
