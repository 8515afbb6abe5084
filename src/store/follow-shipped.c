/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

/* Ids of what ships with the program are the same in every register, so that the registers of
 * several laptops share them. */
enum
{
  SCALE_ID = 100,
  FIRST_GRADE_ID = 100, /* plus the value, 1 to 6 */
  FIRST_INDICATOR_ID = 200,
};

/* The six-point scale of inspections: domain.md, Scales and rules. */
static const struct
{
  gint64 value;
  const char *name;
  const char *description;
} grades[] = {
  { 6, N_ ("Excellent"), N_ ("Outstanding or sector leading") },
  { 5, N_ ("Very Good"), N_ ("Major strengths") },
  { 4, N_ ("Good"), N_ ("Important strengths, with some areas for improvement") },
  { 3, N_ ("Adequate"), N_ ("Strengths just outweigh weaknesses") },
  { 2, N_ ("Weak"), N_ ("Important weaknesses: priority action required") },
  { 1, N_ ("Unsatisfactory"), N_ ("Major weaknesses: urgent remedial action required") },
};

/* Only the quality indicators whose names are certain; users add the rest. */
static const struct
{
  const char *number;
  const char *name;
} indicators[] = {
  { "2.1", N_ ("Impact on children and young people") },
  { "5.3", N_ ("Care planning, managing risk and effective intervention") },
  { "5.4", N_ ("Involving individual children, young people and families") },
  { "6.4", N_ ("Performance management and quality assurance") },
  { "9.2", N_ ("Leadership of strategy and direction") },
};

static FollowRecord *
add (FollowChanges *changes, const char *kind, gint64 id, gint64 parent_id)
{
  g_autoptr (FollowRecord) record = follow_record_new_with_id (follow_kind_find (kind), id, parent_id);

  follow_changes_save (changes, record);
  return record; /* kept by the changes */
}

/* Fills a register that was just made. */
gboolean
follow_register_add_shipped (FollowRegister *self, GError **error)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("New register"));
  FollowRecord *record = add (changes, "scale", SCALE_ID, 0);

  follow_record_set_text (record, "name", _ ("Six-point scale"));
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      record = add (changes, "grade", FIRST_GRADE_ID + grades[i].value, SCALE_ID);
      follow_record_set_integer (record, "value", grades[i].value);
      follow_record_set_text (record, "name", _ (grades[i].name));
      follow_record_set_text (record, "description", _ (grades[i].description));
    }
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      record = add (changes, "indicator", FIRST_INDICATOR_ID + i, 0);
      follow_record_set_text (record, "number", indicators[i].number);
      follow_record_set_text (record, "name", _ (indicators[i].name));
    }
  return follow_register_commit (self, changes, error);
}
