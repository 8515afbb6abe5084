/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "follow-finding-answer.h"
#include "follow-inspection-page-private.h"
#include "follow-navigation.h"
#include "follow-pages.h"

/* What the menus of the page and of the finding beside it do. */

static void
remove_record (GtkWidget *from, FollowRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (record));
  follow_navigation_remove (from, records);
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (widget));

  follow_navigation_push (widget, follow_record_page_new (reg, FOLLOW_INSPECTION_PAGE (widget)->inspection));
}

static FollowRecord *
make_follow_through (FollowRecord *inspection)
{
  FollowRecord *next = follow_record_new (follow_record_get_kind (inspection), 0);
  /* Translators: the title of a new inspection; %s is the one it follows */
  g_autofree char *title =
      g_strdup_printf (_ ("Follow-through: %s"), follow_record_get_text (inspection, "title"));

  follow_record_set_text (next, "title", title);
  follow_record_set_text (next, "type", "follow_through");
  follow_record_set (next, "body", follow_record_get (inspection, "body"));
  follow_record_set (next, "partners", follow_record_get (inspection, "partners"));
  follow_record_set_link (next, "follows", follow_record_get_id (inspection));
  return next;
}

static void
follow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (widget));
  g_autoptr (FollowRecord) next = make_follow_through (FOLLOW_INSPECTION_PAGE (widget)->inspection);
  g_autoptr (FollowChanges) changes = follow_changes_new (_ ("Follow-through added"));
  g_autoptr (GError) error = NULL;

  follow_changes_save (changes, next);
  if (!follow_register_commit (reg, changes, &error))
    {
      follow_navigation_report (widget, error);
      return;
    }
  follow_navigation_tell (widget, _ ("Follow-through added"), TRUE);
  follow_navigation_open_record (widget, follow_record_get_id (next));
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (widget);
  FollowRecord *record = g_str_has_prefix (name, "finding.") ? self->finding : self->inspection;

  if (record != NULL)
    follow_navigation_show_history (widget, follow_record_get_id (record));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* The page goes back by itself when it sees that its inspection is gone. */
  remove_record (widget, FOLLOW_INSPECTION_PAGE (widget)->inspection);
}

static void
remove_finding_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (widget);
  g_autoptr (FollowRecord) finding = self->finding != NULL ? g_object_ref (self->finding) : NULL;

  if (finding == NULL)
    return;
  follow_inspection_page_open_finding (self, NULL);
  remove_record (widget, finding);
}

static void
make_area_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FollowInspectionPage *self = FOLLOW_INSPECTION_PAGE (widget);

  if (self->finding != NULL)
    follow_finding_make_area (widget, follow_page_get_register (FOLLOW_PAGE (self)), self->finding);
}

void
follow_inspection_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "inspection.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "inspection.follow", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "inspection.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "inspection.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "finding.make-area", NULL, make_area_action);
  gtk_widget_class_install_action (widget_class, "finding.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "finding.remove", NULL, remove_finding_action);
}
