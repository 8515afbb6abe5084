/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-sheet-private.h"

#include <stdlib.h>
#include <string.h>

#include "follow-xlsx-reference.h"

/* For programs that know no threads, Excel also writes each as a comment whose author is this and the
 * thread's id, with a word of explanation before what was said. */
#define THREAD_AUTHOR "tc="
#define THREAD_TEXT "Comment:\n"

typedef struct
{
  FollowXlsxParts *parts;
  FollowReadSheet *sheet;
  GHashTable *threads; /* the places that have one */
  GPtrArray *authors;  /* of const char *, belonging to the book */
  FollowXlsxRich rich;
  GString *plain;
  FollowReadComment comment;
  gboolean has_place;
  gboolean in_plain; /* an author's name, or the text of a comment in a thread */
} CommentsParse;

static void
start_comment (CommentsParse *self, const char **attributes)
{
  const char *reference = follow_xlsx_attribute (attributes, "ref");
  const char *author = follow_xlsx_attribute (attributes, "authorId");
  guint number = author != NULL ? MIN (strtoul (author, NULL, 10), G_MAXUINT) : G_MAXUINT;
  FollowReadComment comment = { .author = "", .text = "", .date = "" };

  self->has_place =
      reference != NULL && follow_xlsx_read_reference (&reference, &comment.row, &comment.column);
  if (number < self->authors->len)
    comment.author = g_ptr_array_index (self->authors, number);
  self->comment = comment;
  follow_xlsx_rich_begin (&self->rich);
}

static gpointer
place (const FollowReadComment *comment)
{
  return GSIZE_TO_POINTER ((gsize) comment->row * FOLLOW_XLSX_MAX_COLUMNS + comment->column);
}

/* Takes the author's name away that Excel puts in front of a comment's text, and what it explains in
 * front of a thread's. */
static const char *
skip_heading (const char *text, const char *author)
{
  gsize length = strlen (author);
  const char *said;

  if (g_str_has_prefix (author, THREAD_AUTHOR) && (said = strstr (text, THREAD_TEXT)) != NULL)
    text = said + strlen (THREAD_TEXT);
  else if (length > 0 && strncmp (text, author, length) == 0 && text[length] == ':')
    text += length + 1;
  else
    return text;
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

static void
end_comment (CommentsParse *self)
{
  FollowReadComment *comment = &self->comment;
  gboolean is_thread = g_str_has_prefix (comment->author, THREAD_AUTHOR);
  const char *text;

  if (!self->has_place || (is_thread && g_hash_table_contains (self->threads, place (comment))))
    return;
  follow_xlsx_unescape (self->rich.text);
  g_strchomp (self->rich.text->str);
  text = skip_heading (self->rich.text->str, comment->author);
  if (is_thread)
    comment->author = "";
  comment->text = follow_xlsx_parts_keep (self->parts, text);
  g_array_append_val (self->sheet->comments, *comment);
  follow_xlsx_parts_count (self->parts);
}

static void
comment_started_cb (gpointer data, const char *name, const char **attributes)
{
  CommentsParse *self = data;

  self->in_plain = g_str_equal (name, "author");
  if (self->in_plain)
    g_string_truncate (self->plain, 0);
  else if (g_str_equal (name, "comment"))
    start_comment (self, attributes);
  else
    follow_xlsx_rich_start (&self->rich, name, attributes);
}

static void
comment_ended_cb (gpointer data, const char *name)
{
  CommentsParse *self = data;

  self->in_plain = FALSE;
  follow_xlsx_rich_end (&self->rich, name);
  if (g_str_equal (name, "author"))
    {
      follow_xlsx_unescape (self->plain);
      g_strstrip (self->plain->str);
      g_ptr_array_add (self->authors, (gpointer) follow_xlsx_parts_keep (self->parts, self->plain->str));
      follow_xlsx_parts_count (self->parts);
    }
  else if (g_str_equal (name, "comment"))
    end_comment (self);
}

static void
text_cb (gpointer data, const char *text, int length)
{
  CommentsParse *self = data;

  if (self->in_plain)
    follow_xlsx_append (self->parts->package, self->plain, text, length);
  else
    follow_xlsx_rich_append (&self->rich, text, length);
}

/* Keeps 2027-09-30T14:05:00 of a time with or without hundredths. */
static const char *
keep_time (FollowXlsxParts *parts, const char *time)
{
  g_autofree char *text = g_strndup (time != NULL ? time : "", strlen ("2027-09-30T14:05:00"));

  return follow_xlsx_parts_keep (parts, text);
}

static void
threaded_started_cb (gpointer data, const char *name, const char **attributes)
{
  CommentsParse *self = data;
  const char *person = follow_xlsx_attribute (attributes, "personId");
  const char *known = person != NULL ? g_hash_table_lookup (self->parts->people, person) : NULL;

  self->in_plain = g_str_equal (name, "text");
  if (!g_str_equal (name, "threadedComment"))
    return;
  start_comment (self, attributes);
  g_string_truncate (self->plain, 0);
  self->comment.author = known != NULL ? known : "";
  self->comment.date = keep_time (self->parts, follow_xlsx_attribute (attributes, "dT"));
  self->comment.is_reply = follow_xlsx_attribute (attributes, "parentId") != NULL;
  self->comment.is_done = follow_xlsx_attribute_is_true (attributes, "done");
}

static void
threaded_ended_cb (gpointer data, const char *name)
{
  CommentsParse *self = data;

  self->in_plain = FALSE;
  if (!g_str_equal (name, "threadedComment") || !self->has_place)
    return;
  follow_xlsx_unescape (self->plain);
  self->comment.text = follow_xlsx_parts_keep (self->parts, self->plain->str);
  g_array_append_val (self->sheet->comments, self->comment);
  g_hash_table_add (self->threads, place (&self->comment));
  follow_xlsx_parts_count (self->parts);
}

/* Reads all parts of a @type that the sheet refers to and the package has. */
static gboolean
read_parts (FollowXlsxParts *parts,
            const FollowXlsxRelations *relations,
            const char *type,
            const FollowXlsxHandlers *handlers,
            gpointer data,
            GError **error)
{
  for (guint i = 0; i < relations->all->len; i++)
    {
      const FollowXlsxRelation *relation = g_ptr_array_index (relations->all, i);

      if (!relation->is_external && g_str_equal (relation->type, type) &&
          follow_xlsx_package_has (parts->package, relation->target) &&
          !follow_xlsx_package_parse (parts->package, relation->target, handlers, data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
follow_xlsx_read_comments (FollowXlsxParts *parts,
                           const FollowXlsxRelations *relations,
                           FollowReadSheet *sheet,
                           GError **error)
{
  const FollowXlsxHandlers threaded = { threaded_started_cb, threaded_ended_cb, text_cb };
  const FollowXlsxHandlers own = { comment_started_cb, comment_ended_cb, text_cb };
  g_autoptr (GPtrArray) authors = g_ptr_array_new ();
  g_autoptr (GHashTable) threads = g_hash_table_new (NULL, NULL);
  CommentsParse parse = { .parts = parts, .sheet = sheet, .threads = threads, .authors = authors };
  gboolean ok;

  follow_xlsx_rich_init (&parse.rich, parts->package);
  parse.plain = g_string_new (NULL);
  ok = read_parts (parts, relations, "threadedComment", &threaded, &parse, error);
  ok = ok && read_parts (parts, relations, "comments", &own, &parse, error);
  follow_xlsx_rich_clear (&parse.rich);
  g_string_free (parse.plain, TRUE);
  return ok;
}

static void
person_started_cb (gpointer data, const char *name, const char **attributes)
{
  FollowXlsxParts *self = data;
  const char *id = follow_xlsx_attribute (attributes, "id");
  const char *shown = follow_xlsx_attribute (attributes, "displayName");

  if (!g_str_equal (name, "person") || id == NULL || shown == NULL)
    return;
  g_hash_table_replace (self->people, (gpointer) follow_xlsx_parts_keep (self, id),
                        (gpointer) follow_xlsx_parts_keep (self, shown));
  follow_xlsx_parts_count (self);
}

gboolean
follow_xlsx_read_people (FollowXlsxParts *self, const char *part, GError **error)
{
  const FollowXlsxHandlers handlers = { .start = person_started_cb };

  return follow_xlsx_package_parse (self->package, part, &handlers, self, error);
}

typedef struct
{
  FollowXlsxParts *parts;
  FollowReadSheet *sheet;
} TablesParse;

static guint
row_count (const char **attributes, const char *name, guint usual)
{
  const char *value = follow_xlsx_attribute (attributes, name);

  return value != NULL ? strtoul (value, NULL, 10) != 0 : usual;
}

static void
table_started_cb (gpointer data, const char *name, const char **attributes)
{
  TablesParse *self = data;
  const char *reference = follow_xlsx_attribute (attributes, "ref");
  const char *shown = follow_xlsx_attribute (attributes, "displayName");
  FollowReadTable table;

  if (!g_str_equal (name, "table") || reference == NULL || !follow_xlsx_read_range (&reference, &table.area))
    return;
  if (shown == NULL)
    shown = follow_xlsx_attribute (attributes, "name");
  table.name = follow_xlsx_parts_keep (self->parts, shown);
  table.header_rows = row_count (attributes, "headerRowCount", 1);
  table.totals_rows = row_count (attributes, "totalsRowCount", 0);
  g_array_append_val (self->sheet->tables, table);
  follow_xlsx_parts_count (self->parts);
}

gboolean
follow_xlsx_read_tables (FollowXlsxParts *parts,
                         const FollowXlsxRelations *relations,
                         FollowReadSheet *sheet,
                         GError **error)
{
  const FollowXlsxHandlers handlers = { .start = table_started_cb };
  TablesParse parse = { parts, sheet };

  return read_parts (parts, relations, "table", &handlers, &parse, error);
}
