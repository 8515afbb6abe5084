/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-page.h"

#include <glib/gi18n.h>

#include "follow-widgets.h"

typedef struct
{
  FollowRegister *reg;
  char *title;
  char *subtitle;
  char *place;
  gboolean can_go_back;
  gboolean whole_window;
} FollowPagePrivate;

enum
{
  PROP_0,
  PROP_REG,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_PLACE,
  PROP_CAN_GO_BACK,
  PROP_WHOLE_WINDOW,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FollowPage, follow_page, ADW_TYPE_BIN)

static FollowPagePrivate *
get_private (FollowPage *self)
{
  return follow_page_get_instance_private (self);
}

static void
follow_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  FollowPagePrivate *priv = get_private (FOLLOW_PAGE (object));

  switch (property_id)
    {
    case PROP_REG:
      g_value_set_object (value, priv->reg);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_PLACE:
      g_value_set_string (value, priv->place);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, priv->can_go_back);
      break;
    case PROP_WHOLE_WINDOW:
      g_value_set_boolean (value, priv->whole_window);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
follow_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  FollowPage *self = FOLLOW_PAGE (object);

  switch (property_id)
    {
    case PROP_REG:
      get_private (self)->reg = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      follow_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      follow_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      follow_page_set_place (self, g_value_get_string (value));
      break;
    case PROP_CAN_GO_BACK:
      follow_page_set_can_go_back (self, g_value_get_boolean (value));
      break;
    case PROP_WHOLE_WINDOW:
      get_private (self)->whole_window = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
follow_page_finalize (GObject *object)
{
  FollowPagePrivate *priv = get_private (FOLLOW_PAGE (object));

  g_clear_object (&priv->reg);
  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->place);

  G_OBJECT_CLASS (follow_page_parent_class)->finalize (object);
}

static void
follow_page_class_init (FollowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = follow_page_get_property;
  object_class->set_property = follow_page_set_property;
  object_class->finalize = follow_page_finalize;

  props[PROP_REG] = g_param_spec_object ("reg", NULL, NULL, FOLLOW_TYPE_REGISTER,
                                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  props[PROP_WHOLE_WINDOW] = g_param_spec_boolean (
      "whole-window", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
follow_page_init (FollowPage *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

FollowRegister *
follow_page_get_register (FollowPage *self)
{
  return get_private (self)->reg;
}

static void
set_string (FollowPage *self, char **where, const char *text, guint property)
{
  if (g_strcmp0 (*where, text) == 0)
    return;
  g_free (*where);
  *where = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

const char *
follow_page_get_title (FollowPage *self)
{
  return get_private (self)->title;
}

void
follow_page_set_title (FollowPage *self, const char *title)
{
  set_string (self, &get_private (self)->title, title, PROP_TITLE);
}

const char *
follow_page_get_subtitle (FollowPage *self)
{
  return get_private (self)->subtitle;
}

void
follow_page_set_subtitle (FollowPage *self, const char *subtitle)
{
  set_string (self, &get_private (self)->subtitle, subtitle, PROP_SUBTITLE);
}

const char *
follow_page_get_place (FollowPage *self)
{
  return get_private (self)->place;
}

void
follow_page_set_place (FollowPage *self, const char *place)
{
  set_string (self, &get_private (self)->place, place, PROP_PLACE);
}

gboolean
follow_page_takes_whole_window (FollowPage *self)
{
  return get_private (self)->whole_window;
}

gboolean
follow_page_can_go_back (FollowPage *self)
{
  return get_private (self)->can_go_back;
}

void
follow_page_set_can_go_back (FollowPage *self, gboolean can_go_back)
{
  if (get_private (self)->can_go_back == can_go_back)
    return;
  get_private (self)->can_go_back = can_go_back;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_BACK]);
}

void
follow_page_create (FollowPage *self)
{
  if (FOLLOW_PAGE_GET_CLASS (self)->create != NULL)
    FOLLOW_PAGE_GET_CLASS (self)->create (self);
}

void
follow_page_create_inside (FollowPage *self)
{
  if (FOLLOW_PAGE_GET_CLASS (self)->create_inside != NULL)
    FOLLOW_PAGE_GET_CLASS (self)->create_inside (self);
}

void
follow_page_export (FollowPage *self)
{
  if (FOLLOW_PAGE_GET_CLASS (self)->export != NULL)
    FOLLOW_PAGE_GET_CLASS (self)->export(self);
}

void
follow_page_find (FollowPage *self)
{
  if (FOLLOW_PAGE_GET_CLASS (self)->find != NULL)
    FOLLOW_PAGE_GET_CLASS (self)->find (self);
}

void
follow_page_next_pane (FollowPage *self)
{
  if (FOLLOW_PAGE_GET_CLASS (self)->next_pane != NULL)
    FOLLOW_PAGE_GET_CLASS (self)->next_pane (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
follow_page_escape (FollowPage *self)
{
  return FOLLOW_PAGE_GET_CLASS (self)->escape != NULL && FOLLOW_PAGE_GET_CLASS (self)->escape (self);
}

gboolean
follow_page_back (FollowPage *self)
{
  return FOLLOW_PAGE_GET_CLASS (self)->back != NULL && FOLLOW_PAGE_GET_CLASS (self)->back (self);
}

gboolean
follow_page_show_record (FollowPage *self, gint64 id)
{
  return FOLLOW_PAGE_GET_CLASS (self)->show_record != NULL &&
         FOLLOW_PAGE_GET_CLASS (self)->show_record (self, id);
}

void
follow_page_shown (FollowPage *self)
{
  if (FOLLOW_PAGE_GET_CLASS (self)->shown != NULL)
    FOLLOW_PAGE_GET_CLASS (self)->shown (self);
}

GtkWidget *
follow_page_header_new (FollowPage *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *title = adw_window_title_new ("", "");
  GtkWidget *back = follow_icon_button_new ("go-previous-symbolic", _ ("Back (Alt+Left)"));
  GtkWidget *sidebar = follow_icon_button_new ("sidebar-show-symbolic", _ ("Show the Sidebar (F9)"));

  gtk_widget_add_css_class (header, "pane-header");
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (header), title);
  g_object_bind_property (self, "title", title, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "subtitle", title, "subtitle", G_BINDING_SYNC_CREATE);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (sidebar), "win.show-sidebar");
  gtk_widget_add_css_class (sidebar, "sidebar-button");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), sidebar);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  g_object_bind_property (self, "can-go-back", back, "visible", G_BINDING_SYNC_CREATE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), back);
  /* An action that cannot be taken now hides its button: the sidebar is there already. */
  g_object_bind_property (sidebar, "sensitive", sidebar, "visible", G_BINDING_SYNC_CREATE);
  return header;
}
