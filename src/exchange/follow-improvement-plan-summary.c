/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-improvement-plan-private.h"

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

enum
{
  WHAT,
  ACTIONS,
  COMPLETE,
  OVERDUE,
  LABEL, /* hidden: short enough to stand beside a bar */
};

#define MAX_LABEL 32

typedef struct
{
  char *name;
  guint n_actions;
  guint n_complete;
  guint n_overdue;
} Tally;

/* Tallies by name, in the order in which the names first came. */
typedef struct
{
  GPtrArray *tallies;
  GHashTable *by_name;
} Block;

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  g_free (tally->name);
  g_free (tally);
}

static void
block_init (Block *self)
{
  self->tallies = g_ptr_array_new_with_free_func (tally_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
block_clear (Block *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->tallies, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, block_clear)

static Tally *
get_tally (Block *self, const char *name)
{
  Tally *tally = g_hash_table_lookup (self->by_name, name);

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->name = g_strdup (name);
      g_ptr_array_add (self->tallies, tally);
      g_hash_table_insert (self->by_name, tally->name, tally);
    }
  return tally;
}

static void
count (Block *self, const char *name, FollowRecord *action)
{
  Tally *tally = get_tally (self, name);

  tally->n_actions++;
  if (g_strcmp0 (follow_record_get_text (action, "status"), "complete") == 0)
    tally->n_complete++;
  if (g_strcmp0 (follow_record_get_text (action, "due_state"), "overdue") == 0)
    tally->n_overdue++;
}

static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const Tally *one = *(Tally *const *) a;
  const Tally *other = *(Tally *const *) b;

  if (one->n_actions != other->n_actions)
    return one->n_actions > other->n_actions ? -1 : 1;
  return g_utf8_collate (one->name, other->name);
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_LABEL)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_LABEL - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
add_tallies (FollowSheet *sheet, const Block *block)
{
  for (guint i = 0; i < block->tallies->len; i++)
    {
      const Tally *tally = g_ptr_array_index (block->tallies, i);
      FollowSheetRow *row = follow_sheet_add_row (sheet);

      follow_sheet_row_set_text (row, WHAT, tally->name, FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_integer (row, ACTIONS, tally->n_actions);
      follow_sheet_row_set_integer (row, COMPLETE, tally->n_complete);
      follow_sheet_row_set_integer (row, OVERDUE, tally->n_overdue);
    }
}

static void
count_links (
    Block *self, FollowPlanContent *content, FollowRecord *action, const char *field, const char *none)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get (action, field), &n_ids);

  for (guint i = 0; i < n_ids; i++)
    count (self, follow_register_get_title (content->reg, ids[i]), action);
  if (n_ids == 0)
    count (self, none, action);
}

/* A lead that is only written down is a lead too. */
static void
count_lead (Block *self, FollowPlanContent *content, FollowRecord *action)
{
  const char *written = follow_record_get_text (action, "lead_as_written");
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (written);
  g_autofree char *line = NULL;

  g_ptr_array_add (lines, NULL);
  line = g_strjoinv (", ", (char **) lines->pdata);
  count_links (self, content, action, "leads", *line != '\0' ? line : _ ("No lead"));
}

static void
for_each (FollowPlanContent *content,
          Block *block,
          void (*count_one) (Block *block, FollowPlanContent *content, FollowRecord *action))
{
  for (guint i = 0; i < content->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (content->parts, i);

      for (guint j = 0; j < part->entries->len; j++)
        count_one (block, content, ((FollowPlanEntry *) g_ptr_array_index (part->entries, j))->action);
    }
}

static void
count_agencies (Block *self, FollowPlanContent *content, FollowRecord *action)
{
  count_links (self, content, action, "agencies", _ ("No agency"));
}

static void
count_status (Block *self, FollowPlanContent *content, FollowRecord *action)
{
  g_autofree char *words = follow_plan_status_words (follow_record_get_text (action, "status"));

  count (self, words != NULL ? words : _ ("No status declared"), action);
}

static void
count_all (Block *self, FollowPlanContent *content, FollowRecord *action)
{
  count (self, _ ("All actions"), action);
}

/* The order of the letters: from what is done to what nobody will do. */
static const char *const statuses[] = { "complete",  "on_track",    "slippage",
                                        "off_track", "not_started", "withdrawn" };

/* Every status has its row, so that a nought can be seen too, and its bar the status's colour. */
static void
add_by_status (FollowSheet *sheet, FollowPlanContent *content)
{
  g_auto (Block) block = { 0 };
  g_autoptr (GString) letters = g_string_new (NULL);
  guint first;

  block_init (&block);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *words = follow_plan_status_words (statuses[i]);

      get_tally (&block, words);
      g_string_append_c (letters, follow_plan_status_letter (statuses[i]));
    }
  get_tally (&block, _ ("No status declared"));
  g_string_append_c (letters, 'N');
  for_each (content, &block, count_status);
  follow_sheet_add_sub_heading (sheet, _ ("By declared status"));
  first = sheet->rows->len;
  for (guint i = 0; i < block.tallies->len; i++)
    {
      const Tally *tally = g_ptr_array_index (block.tallies, i);
      FollowSheetRow *row = follow_sheet_add_row (sheet);

      follow_sheet_row_set_text (row, WHAT, tally->name, FOLLOW_CELL_STYLE_NORMAL);
      follow_sheet_row_set_integer (row, ACTIONS, tally->n_actions);
      follow_sheet_row_set_text (row, LABEL, tally->name, FOLLOW_CELL_STYLE_NORMAL);
    }
  follow_sheet_add_chart (sheet, _ ("Actions by declared status"), LABEL, ACTIONS, first, block.tallies->len,
                          letters->str);
}

/* The few words under which people know a section, where it has them. */
static void
add_section_chart (FollowSheet *sheet, FollowPlanContent *content, guint first)
{
  for (guint i = 0; i < content->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (content->parts, i);
      const char *title = part->section != NULL
                              ? follow_register_get_title (content->reg, follow_record_get_id (part->section))
                              : _ ("In no section");
      g_autofree char *label = shorten (title);

      follow_sheet_row_set_text (g_ptr_array_index (sheet->rows, first + i), LABEL, label,
                                 FOLLOW_CELL_STYLE_NORMAL);
    }
  follow_sheet_add_chart (sheet, _ ("Actions by section"), LABEL, ACTIONS, first, content->parts->len, NULL);
}

/* A row for each, though two sections have the same words. */
static void
add_by_section (FollowSheet *sheet, FollowPlanContent *content)
{
  g_auto (Block) block = { 0 };
  guint first;

  block_init (&block);
  for (guint i = 0; i < content->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (content->parts, i);
      g_autofree char *wording = follow_plan_section_wording (part->section);
      const char *name = wording != NULL ? wording : _ ("In no section");

      g_hash_table_remove_all (block.by_name);
      get_tally (&block, name);
      for (guint j = 0; j < part->entries->len; j++)
        count (&block, name, ((FollowPlanEntry *) g_ptr_array_index (part->entries, j))->action);
    }
  follow_sheet_add_sub_heading (sheet, _ ("By section of the plan"));
  first = sheet->rows->len;
  add_tallies (sheet, &block);
  if (content->parts->len > 0)
    add_section_chart (sheet, content, first);
}

static void
add_sorted (FollowSheet *sheet,
            FollowPlanContent *content,
            const char *heading,
            void (*count_one) (Block *block, FollowPlanContent *content, FollowRecord *action))
{
  g_auto (Block) block = { 0 };

  block_init (&block);
  for_each (content, &block, count_one);
  g_ptr_array_sort (block.tallies, compare_tallies);
  follow_sheet_add_sub_heading (sheet, heading);
  add_tallies (sheet, &block);
}

static void
add_total (FollowSheet *sheet, FollowPlanContent *content)
{
  g_auto (Block) block = { 0 };

  block_init (&block);
  get_tally (&block, _ ("All actions"));
  for_each (content, &block, count_all);
  add_tallies (sheet, &block);
  for (guint i = WHAT; i <= OVERDUE; i++)
    follow_sheet_row_set_style (g_ptr_array_index (sheet->rows, 0), i, FOLLOW_CELL_STYLE_BOLD);
}

void
follow_improvement_plan_add_counts (FollowSheet *sheet, FollowPlanContent *content)
{
  FollowSheetColumn *column = follow_sheet_add_column (sheet, _ ("Counted by"), 58);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *words = follow_plan_status_words (statuses[i]);

      follow_sheet_column_add_colour (column, words, follow_plan_status_letter (statuses[i]));
    }
  follow_sheet_add_column (sheet, _ ("Actions"), 11);
  follow_sheet_add_column (sheet, _ ("Complete"), 11);
  follow_sheet_add_column (sheet, _ ("Overdue"), 11);
  follow_sheet_column_set_hidden (follow_sheet_add_column (sheet, NULL, 11), TRUE);
  add_total (sheet, content);
  add_by_status (sheet, content);
  add_by_section (sheet, content);
}

void
follow_improvement_plan_add_summary (FollowBook *book, FollowPlanContent *content)
{
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Summary"));

  follow_sheet_add_title (sheet, _ ("Summary"), FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_title (sheet, follow_record_get_text (content->plan, "title"), FOLLOW_CELL_STYLE_DIM);
  follow_improvement_plan_add_counts (sheet, content);
  add_sorted (sheet, content, _ ("By lead"), count_lead);
  add_sorted (sheet, content, _ ("By agency"), count_agencies);
  follow_sheet_add_note (sheet, _ ("An action with several leads or agencies counts for each of them."),
                         FOLLOW_CELL_STYLE_DIM);
}
