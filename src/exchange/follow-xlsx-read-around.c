/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-sheet-private.h"

#include <stdlib.h>
#include <string.h>

#include "follow-read-fills.h"
#include "follow-xlsx-reference.h"

/* What one list of words is cut at in a file, whatever the country. */
#define LIST_SEPARATOR ','

void
follow_xlsx_around_init (FollowXlsxAround *self,
                         FollowXlsxParts *parts,
                         FollowReadSheet *sheet,
                         const FollowXlsxRelations *relations)
{
  *self = (FollowXlsxAround){ .parts = parts, .sheet = sheet, .relations = relations };
  self->formula = g_string_new (NULL);
  self->words = g_string_new (NULL);
  self->areas = g_string_new (NULL);
}

void
follow_xlsx_around_clear (FollowXlsxAround *self)
{
  g_string_free (self->formula, TRUE);
  g_string_free (self->words, TRUE);
  g_string_free (self->areas, TRUE);
}

static void
add_columns (FollowXlsxAround *self, const char **attributes)
{
  const char *style = follow_xlsx_attribute (attributes, "style");
  const char *width = follow_xlsx_attribute (attributes, "width");
  gboolean is_hidden = follow_xlsx_attribute_is_true (attributes, "hidden") ||
                       (width != NULL && *width != '\0' && g_ascii_strtod (width, NULL) == 0);
  guint number = style != NULL ? MIN (strtoul (style, NULL, 10), G_MAXUINT) : 0;
  guint32 first;
  guint32 last;

  if (!follow_xlsx_read_index (follow_xlsx_attribute (attributes, "min"), FOLLOW_XLSX_MAX_COLUMNS, &first) ||
      !follow_xlsx_read_index (follow_xlsx_attribute (attributes, "max"), G_MAXUINT32, &last) || first > last)
    return;
  last = MIN (last, FOLLOW_XLSX_MAX_COLUMNS - 1);
  if (is_hidden)
    follow_read_spans_add (self->sheet->hidden_columns, first, last);
  if (number < self->parts->styles->len)
    follow_read_fills_set_columns (self->sheet->fills, first, last,
                                   g_array_index (self->parts->styles, FollowXlsxStyle, number).fill);
  follow_xlsx_parts_count (self->parts);
}

static void
add_merged (FollowXlsxAround *self, const char *reference)
{
  FollowReadRange range;

  if (reference == NULL || !follow_xlsx_read_range (&reference, &range) ||
      (range.first_row == range.last_row && range.first_column == range.last_column))
    return;
  g_array_append_val (self->sheet->merged, range);
  follow_xlsx_parts_count (self->parts);
}

static void
add_link (FollowXlsxAround *self, const char **attributes)
{
  const char *reference = follow_xlsx_attribute (attributes, "ref");
  const char *location = follow_xlsx_attribute (attributes, "location");
  const FollowXlsxRelation *relation =
      follow_xlsx_relations_find (self->relations, follow_xlsx_attribute (attributes, "id"));
  const char *target = relation != NULL ? relation->target : NULL;
  FollowReadLink link;

  if (reference == NULL || !follow_xlsx_read_range (&reference, &link.area))
    return;
  if (target != NULL && *target == '#')
    {
      location = location != NULL ? location : target + 1;
      target = NULL;
    }
  link.target = follow_xlsx_parts_keep (self->parts, target);
  link.location = follow_xlsx_parts_keep (self->parts, location);
  link.tip = follow_xlsx_parts_keep (self->parts, follow_xlsx_attribute (attributes, "tooltip"));
  g_array_append_val (self->sheet->links, link);
  follow_xlsx_parts_count (self->parts);
}

static void
start_validation (FollowXlsxAround *self, const char **attributes)
{
  const char *type = follow_xlsx_attribute (attributes, "type");
  const char *areas = follow_xlsx_attribute (attributes, "sqref");

  self->validation = follow_read_sheet_add_validation (self->sheet);
  self->validation->type = follow_xlsx_parts_keep (self->parts, type);
  g_string_assign (self->areas, areas != NULL ? areas : "");
  g_string_truncate (self->formula, 0);
  g_string_truncate (self->words, 0);
  follow_xlsx_parts_count (self->parts);
}

/* Ranges with blanks between them. */
static void
read_areas (FollowXlsxAround *self, const char *text)
{
  for (const char *p = text + strspn (text, " \n\t\r"); *p != '\0'; p += strspn (p, " \n\t\r"))
    {
      FollowReadRange range;

      if (!follow_xlsx_read_range (&p, &range))
        return;
      g_array_append_val (self->validation->areas, range);
      follow_xlsx_parts_count (self->parts);
    }
}

/* Cuts a list at its commas; with @quotes, a word in quotation marks may hold some itself. */
static GStrv
cut_list (FollowXlsxParts *parts, const char *text, gboolean quotes)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean within = FALSE;

  for (const char *p = text;; p++)
    if (*p == '\0' || (*p == LIST_SEPARATOR && !within))
      {
        g_strstrip (word->str);
        if (*word->str != '\0')
          {
            g_strv_builder_add (words, word->str);
            follow_xlsx_parts_count (parts);
          }
        g_string_truncate (word, 0);
        if (*p == '\0')
          return g_strv_builder_end (words);
      }
    else if (quotes && *p == '"' && !(within && p[1] == '"'))
      within = !within;
    else
      {
        p += quotes && *p == '"';
        g_string_append_c (word, *p);
      }
}

static void
end_validation (FollowXlsxAround *self)
{
  FollowReadValidation *validation = self->validation;
  GString *formula = self->formula;
  gsize length = formula->len;

  g_strstrip (formula->str);
  validation->formula = follow_xlsx_parts_keep (self->parts, formula->str);
  read_areas (self, self->areas->str);
  if (g_str_equal (validation->type, "list") && self->words->len > 0)
    validation->words = cut_list (self->parts, self->words->str, TRUE);
  else if (g_str_equal (validation->type, "list") && *formula->str == '"')
    {
      g_autofree char *inside = g_strdup (formula->str + 1);
      g_auto (GStrv) pieces = NULL;
      g_autofree char *list = NULL;

      length = strlen (inside);
      if (length > 0 && inside[length - 1] == '"')
        inside[length - 1] = '\0';
      pieces = g_strsplit (inside, "\"\"", -1);
      list = g_strjoinv ("\"", pieces);
      validation->words = cut_list (self->parts, list, FALSE);
    }
  self->validation = NULL;
}

void
follow_xlsx_around_start (FollowXlsxAround *self, const char *name, const char **attributes)
{
  if (g_str_equal (name, "col"))
    add_columns (self, attributes);
  else if (g_str_equal (name, "mergeCell"))
    add_merged (self, follow_xlsx_attribute (attributes, "ref"));
  else if (g_str_equal (name, "hyperlink"))
    add_link (self, attributes);
  else if (g_str_equal (name, "dataValidation"))
    start_validation (self, attributes);
  else if (g_str_equal (name, "formula1"))
    self->target = self->formula;
  else if (g_str_equal (name, "list"))
    self->target = self->words;
  else if (g_str_equal (name, "sqref"))
    self->target = self->areas;
}

void
follow_xlsx_around_end (FollowXlsxAround *self, const char *name)
{
  if (g_str_equal (name, "dataValidation") && self->validation != NULL)
    end_validation (self);
  else if (g_str_equal (name, "formula1") || g_str_equal (name, "list") || g_str_equal (name, "sqref"))
    self->target = NULL;
}

void
follow_xlsx_around_text (FollowXlsxAround *self, const char *text, int length)
{
  if (self->validation != NULL && self->target != NULL)
    follow_xlsx_append (self->parts->package, self->target, text, length);
}

/* What a formula may name, by the folded name: Excel does not tell case apart. */
typedef struct
{
  GHashTable *sheets; /* index + 1 by name */
  GHashTable *names;  /* formula by index and name, the index -1 for what all sheets know */
} Names;

static char *
fold_name (int sheet, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strdup_printf ("%d!%s", sheet, folded);
}

static void
names_init (Names *self, const FollowReadBook *book)
{
  self->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const FollowReadSheet *sheet = g_ptr_array_index (book->sheets, i);

      g_hash_table_insert (self->sheets, fold_name (-1, sheet->name), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < book->names->len; i++)
    {
      const FollowReadName *name = &g_array_index (book->names, FollowReadName, i);

      g_hash_table_insert (self->names, fold_name (name->sheet, name->name), (gpointer) name->formula);
    }
}

/* Returns: what a name stands for on @sheet, or NULL. */
static const char *
names_find (const Names *self, int sheet, const char *name)
{
  g_autofree char *own = fold_name (sheet, name);
  g_autofree char *all = fold_name (-1, name);
  const char *found = g_hash_table_lookup (self->names, own);

  return found != NULL ? found : g_hash_table_lookup (self->names, all);
}

static void
find_source (const Names *names, int here, FollowReadValidation *validation)
{
  const char *named = names_find (names, here, validation->formula);
  g_autofree char *sheet = NULL;
  g_autofree char *folded = NULL;
  FollowReadRange range;

  if (!follow_xlsx_read_place (named != NULL ? named : validation->formula, &sheet, &range))
    return;
  folded = fold_name (-1, sheet != NULL ? sheet : "");
  validation->source_sheet =
      sheet != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (names->sheets, folded)) - 1 : here;
  validation->source = range;
}

void
follow_xlsx_find_sources (FollowXlsxParts *parts)
{
  Names names;

  names_init (&names, parts->book);
  for (guint s = 0; s < parts->book->sheets->len; s++)
    {
      GPtrArray *validations = follow_read_book_sheet (parts->book, s)->validations;

      for (guint i = 0; i < validations->len; i++)
        {
          FollowReadValidation *validation = g_ptr_array_index (validations, i);

          if (validation->words == NULL && g_str_equal (validation->type, "list"))
            find_source (&names, s, validation);
        }
    }
  g_hash_table_unref (names.sheets);
  g_hash_table_unref (names.names);
}
