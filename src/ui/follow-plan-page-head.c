/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-page-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-date.h"
#include "follow-widgets.h"

static GtkWidget *
make_new_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("New _Area"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-inside");
  gtk_widget_set_tooltip_text (button, _ ("New Area (Ctrl+Shift+N)"));
  follow_accessible_name (button, _ ("New area"));
  return button;
}

GtkWidget *
follow_plan_page_make_header (FollowPlanPage *self)
{
  GtkWidget *header = follow_page_header_new (FOLLOW_PAGE (self));
  GtkWidget *menu = gtk_menu_button_new ();

  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), make_new_button ());
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), self->plan_menu);
  gtk_widget_set_tooltip_text (menu, _ ("Details, History, Move to Bin"));
  follow_accessible_name (menu, _ ("Plan menu"));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), menu);

  self->export_button = adw_split_button_new ();
  adw_split_button_set_label (ADW_SPLIT_BUTTON (self->export_button), _ ("_Export…"));
  adw_split_button_set_use_underline (ADW_SPLIT_BUTTON (self->export_button), TRUE);
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->export_button), self->export_menu);
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (self->export_button), _ ("Layout"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export_button), "win.export");
  gtk_widget_set_tooltip_text (self->export_button, _ ("Export the Plan as Published, to Excel (Ctrl+E)"));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->export_button);
  return header;
}

/* "the Child Protection Committee and the Chief Officers Group" */
static char *
list_groups (FollowPlanPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get (self->plan, "overseeing"), &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      if (i > 0)
        /* Translators: between the names of groups: the last two, the others */
        g_string_append (list, i + 1 == n_ids ? _ (" and ") : _ (", "));
      /* Translators: the name of a group in a sentence */
      g_string_append_printf (list, _ ("the %s"), follow_register_get_title (reg, ids[i]));
    }
  return n_ids > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static void
append_fact (GString *line, const char *fact)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", fact);
}

static void
show_overseen (FollowPlanPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  const FollowKind *kind = follow_record_get_kind (self->plan);
  const char *approved_on = follow_record_get_text (self->plan, "approved_on");
  const char *state = follow_record_get_text (self->plan, "state");
  gint64 approved_by = follow_record_get_link (self->plan, "approved_by");
  g_autofree char *groups = list_groups (self);
  g_autofree char *day = follow_date_format_long (approved_on);
  g_autoptr (GString) line = g_string_new (NULL);

  if (groups != NULL)
    g_string_append_printf (line, _ ("Overseen by %s"), groups);
  if (approved_on != NULL)
    {
      g_autofree char *fact = g_strdup_printf (_ ("approved %s"), day);

      append_fact (line, fact);
    }
  else if (approved_by != 0)
    {
      g_autofree char *fact =
          g_strdup_printf (_ ("approved by the %s"), follow_register_get_title (reg, approved_by));

      append_fact (line, fact);
    }
  if (g_strcmp0 (state, "draft") == 0 || g_strcmp0 (state, "closed") == 0)
    append_fact (line, follow_field_get_choice_label (follow_kind_find_field (kind, "state"), state));
  gtk_label_set_label (self->overseen, line->str);
}

/* The inspection it answers, with its year unless the title says it, else the source as written. */
static char *
describe_source (FollowPlanPage *self)
{
  FollowRegister *reg = follow_page_get_register (FOLLOW_PAGE (self));
  gint64 id = follow_record_get_link (self->plan, "inspection");
  g_autoptr (FollowRecord) inspection =
      id != 0 ? follow_register_get (reg, follow_kind_find ("inspection"), id, NULL) : NULL;
  const char *published;
  g_autofree char *title = NULL;
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;

  if (inspection == NULL)
    return g_strdup (follow_record_get_text (self->plan, "source"));
  title = follow_record_get_title (inspection);
  published = follow_record_get_text (inspection, "published");
  if (published == NULL)
    return g_steal_pointer (&title);
  year = g_strndup (published, 4);
  day = follow_date_format_long (published);
  /* Translators: an inspection and the day it was published */
  return strstr (title, year) == NULL ? g_strdup_printf (_ ("%s, %s"), title, day) : g_steal_pointer (&title);
}

void
follow_plan_page_show_head (FollowPlanPage *self)
{
  const char *marking = follow_plan_outline_get_marking (self->outline);
  const char *vision = follow_record_get_text (self->plan, "vision");
  g_autofree char *source = describe_source (self);

  follow_page_set_title (FOLLOW_PAGE (self), follow_record_get_text (self->plan, "title"));
  follow_page_set_subtitle (FOLLOW_PAGE (self), source);
  show_overseen (self);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->overseen)),
                          marking != NULL || *gtk_label_get_label (self->overseen) != '\0');
  gtk_label_set_label (self->marking, marking != NULL ? marking : "");
  gtk_label_set_label (self->vision, vision != NULL ? vision : "");
  gtk_widget_set_visible (GTK_WIDGET (self->vision), vision != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), self->outline->areas->len > 0);
  follow_plan_tiles_update (self->tiles, self->outline);
}
