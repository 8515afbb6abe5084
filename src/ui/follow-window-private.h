/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follow-sidebar.h"
#include "follow-welcome.h"
#include "follow-window.h"

struct _FollowWindow
{
  AdwApplicationWindow parent_instance;

  FollowRegister *reg;
  GQueue pages;    /* FollowPage, owned: the way back, the page that is seen at the head */
  AdwToast *toast; /* not owned: the one that is seen, or NULL */
  guint toast_source;
  gboolean whole; /* the page that is seen takes the whole window */
  guint poll_source;
  GSettings *settings;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  FollowWelcome *welcome;
  AdwFlap *flap;
  GtkWidget *sidebar_pane;
  FollowSidebar *sidebar;
  GtkLabel *register_name;
  GtkMenuButton *search_button;
  GtkMenuButton *menu_button;
  GtkBox *content;
  GtkLabel *saved;
  GtkImage *saved_icon;
};

void follow_window_install_actions (GtkWidgetClass *widget_class);
void follow_window_update_actions (FollowWindow *self);
void follow_window_set_up_search (FollowWindow *self);
void follow_window_drop_pages (FollowWindow *self);
void follow_window_push (FollowWindow *self, FollowPage *page);
void follow_window_pop (FollowWindow *self);
void follow_window_show_place (FollowWindow *self, const char *place);
void follow_window_tell (FollowWindow *self, const char *text, gboolean undo);
void follow_window_withdraw_offer (FollowWindow *self);
void follow_window_show_saved (FollowWindow *self, const GError *failure);
