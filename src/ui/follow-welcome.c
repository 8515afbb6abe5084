/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-welcome.h"

#include <string.h>

#include <glib/gi18n.h>

#include "follow-text-scale.h"
#include "follow-widgets.h"

#define MAX_RECENT 8

struct _FollowWelcome
{
  AdwBin parent_instance;

  /* Template children */
  GtkMenuButton *menu_button;
  AdwClamp *clamp;
  GtkWidget *recent_group;
  GtkListBox *recent;
  GtkWidget *new_button;
  GtkBox *first_buttons;
  GtkBox *second_buttons;
};

G_DEFINE_FINAL_TYPE (FollowWelcome, follow_welcome, ADW_TYPE_BIN)

static char *
describe_time (gint64 seconds)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GTimeSpan passed = g_date_time_difference (now, then);

  if (passed < G_TIME_SPAN_DAY && g_date_time_get_day_of_month (then) == g_date_time_get_day_of_month (now))
    return g_date_time_format (then, _ ("Today, %H:%M"));
  if (passed < 6 * G_TIME_SPAN_DAY)
    return g_date_time_format (then, "%A");
  return g_date_time_format (
      then, g_date_time_get_year (then) == g_date_time_get_year (now) ? _ ("%-d %B") : _ ("%-d %B %Y"));
}

/* The folder as people know it: without their home in front. */
static char *
describe_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home) && folder[strlen (home)] == G_DIR_SEPARATOR)
    return g_filename_display_name (folder + strlen (home) + 1);
  return g_filename_display_name (folder);
}

static GtkWidget *
make_row (const char *path, gint64 opened)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean reachable = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *time = describe_time (opened);
  g_autofree char *folder = describe_folder (path);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s", time, folder, reachable ? "" : " · ",
                                               reachable ? "" : _ ("not reachable now"));

  if (g_str_has_suffix (name, ".follow"))
    name[strlen (name) - strlen (".follow")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), follow_icon_new ("follow-plans-symbolic", NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), follow_icon_new ("go-next-symbolic", "dim-label", NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), reachable);
  gtk_widget_set_sensitive (row, reachable);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  follow_accessible_name (row, name);
  return row;
}

static void
recent_activated_cb (FollowWelcome *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "path"));
}

static void
follow_welcome_map (GtkWidget *widget)
{
  FollowWelcome *self = FOLLOW_WELCOME (widget);
  GtkWidget *newest = gtk_widget_get_first_child (GTK_WIDGET (self->recent));

  GTK_WIDGET_CLASS (follow_welcome_parent_class)->map (widget);

  /* Return is all that is needed each morning. */
  gtk_widget_grab_focus (newest != NULL && gtk_widget_get_sensitive (newest) ? newest : self->new_button);
}

static void
follow_welcome_class_init (FollowWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = follow_welcome_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/followthrough/FollowThrough/follow-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, clamp);
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, recent_group);
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, new_button);
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, first_buttons);
  gtk_widget_class_bind_template_child (widget_class, FollowWelcome, second_buttons);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
follow_welcome_init (FollowWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_accessible_name (GTK_WIDGET (self->menu_button), _ ("Main menu"));
  follow_keep_px (G_OBJECT (self->clamp), "maximum-size", 460);
}

void
follow_welcome_refresh (FollowWelcome *self)
{
  g_autoptr (GSettings) settings = g_settings_new (FOLLOW_APPLICATION_ID);
  g_autoptr (GVariant) recent = g_settings_get_value (settings, "recent-registers");
  GVariantIter iter;
  const char *path;
  gint64 opened;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, row);
  g_variant_iter_init (&iter, recent);
  while (g_variant_iter_next (&iter, "(&sx)", &path, &opened))
    gtk_list_box_append (self->recent, make_row (path, opened));
  gtk_widget_set_visible (self->recent_group, g_variant_n_children (recent) > 0);
}

void
follow_welcome_remember (GSettings *settings, const char *path)
{
  g_autoptr (GVariant) recent = g_settings_get_value (settings, "recent-registers");
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  gint64 opened;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sx)"));
  g_variant_builder_add (&builder, "(sx)", full, g_get_real_time () / G_USEC_PER_SEC);
  g_variant_iter_init (&iter, recent);
  while (n < MAX_RECENT && g_variant_iter_next (&iter, "(&sx)", &other, &opened))
    if (!g_str_equal (other, full))
      {
        g_variant_builder_add (&builder, "(sx)", other, opened);
        n++;
      }
  g_settings_set_value (settings, "recent-registers", g_variant_builder_end (&builder));
  g_settings_set_string (settings, "last-register", full);
}
