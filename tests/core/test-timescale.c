/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follow-timescale.h"

/* A wording, and what it must be read as: precision, days, how often. */
typedef struct
{
  const char *wording;
  const char *reading;
} Case;

static const Case days[] = {
  { "30 September 2019", "day 2019-09-30" },
  { "30 SEPTEMBER 2019", "day 2019-09-30" },
  { "22nd June 2009", "day 2009-06-22" },
  { "22 nd June 2009", "day 2009-06-22" },
  { "1 st June 2009", "day 2009-06-01" },
  { "22nd of June, 2009", "day 2009-06-22" },
  { "22 June 2009.", "day 2009-06-22" },
  { "  22\u00a0June  2009 ", "day 2009-06-22" },
  { "Monday 22 June 2009", "day 2009-06-22" },
  { "Mon, 22nd June 2009", "day 2009-06-22" },
  { "Thurs 12 Nov 2026", "day 2026-11-12" },
  { "01.03.09", "day 2009-03-01" },
  { "31.05.09", "day 2009-05-31" },
  { "1/3/2009", "day 2009-03-01" },
  { "01/03/09", "day 2009-03-01" },
  { "1-3-2009", "day 2009-03-01" },
  { "12/11/2026", "day 2026-11-12" },
  { "01.01.69", "day 2069-01-01" },
  { "01.01.70", "day 1970-01-01" },
  { "2009-03-01", "day 2009-03-01" },
  { "2009/03/01", "day 2009-03-01" },
  { "2026-06-30T00:00:00", "day 2026-06-30" },
  { "2026-06-30 00:00:00", "day 2026-06-30" },
  { "30 June 2026 at 2pm", "day 2026-06-30" },
  { "30 June 26", "day 2026-06-30" },
  { "30 June ’26", "day 2026-06-30" },
  { "12-Nov-26", "day 2026-11-12" },
  { "12.Nov.2026", "day 2026-11-12" },
  { "August 12, 2026", "day 2026-08-12" },
  { "Aug. 12th 2026", "day 2026-08-12" },
  { "29 February 2028", "day 2028-02-29" },
  { "by 31 March 2027", "day 2027-03-31" },
  { "By: 31 March 2027", "day 2027-03-31" },
  { "By close of play on 31 March 2027", "day 2027-03-31" },
  { "no later than 31 March 2027", "day 2027-03-31" },
  { "Due 31/03/2027", "day 2027-03-31" },
  { "before 31 March 2027", "day 2027-03-31" },
  { "before March 2027", "day 2027-02-28" },
  { "before the end of March 2027", "month 2027-03-01..2027-03-31" },
  { "w/c 12 January 2026", "day 2026-01-12..2026-01-18" },
  { "Week commencing 12/01/2026", "day 2026-01-12..2026-01-18" },
  { "w/e 18 January 2026", "day 2026-01-12..2026-01-18" },
  { "30.06.2026 (revised)", "day 2026-06-30" },
  { "30.06.2026 (revised from 31.03.2026)", "day 2026-06-30" },
  { "(30 June 2026)", "day 2026-06-30" },
  { "30 June 2026 at the latest", "day 2026-06-30" },
  { "30 June 2026*", "day 2026-06-30" },
  { "31 March 2027 – plan for 2027/28 to be approved", "day 2027-03-31" },
  { "12th and 21st May 2026", "day 2026-05-12..2026-05-21" },
  { "12, 14 and 21 May 2026", "day 2026-05-12..2026-05-21" },
  { "12/13 May 2026", "day 2026-05-12..2026-05-13" },
  { "12–14 May 2026", "day 2026-05-12..2026-05-14" },
  { "30 March – 2 April 2026", "day 2026-03-30..2026-04-02" },
  { "12/06/2026-14/06/2026", "day 2026-06-12..2026-06-14" },
  { "30 December to 4 January 2027", "day 2026-12-30..2027-01-04" },
  { "between 12 June and 3 July 2026", "day 2026-06-12..2026-07-03" },
  { "August 2009 to 12 March 2010", "day 2009-08-01..2010-03-12" },
};

static const Case months[] = {
  { "August 2009", "month 2009-08-01..2009-08-31" },
  { "AUGUST 2009", "month 2009-08-01..2009-08-31" },
  { "August, 2009", "month 2009-08-01..2009-08-31" },
  { "Sept 2009", "month 2009-09-01..2009-09-30" },
  { "Sept. 2009", "month 2009-09-01..2009-09-30" },
  { "Sep 2009", "month 2009-09-01..2009-09-30" },
  { "Dec 2010", "month 2010-12-01..2010-12-31" },
  { "February 2028", "month 2028-02-01..2028-02-29" },
  { "November '09", "month 2009-11-01..2009-11-30" },
  { "November ’09", "month 2009-11-01..2009-11-30" },
  { "Nov-09", "month 2009-11-01..2009-11-30" },
  { "Nov-2009", "month 2009-11-01..2009-11-30" },
  { "Dec 99", "month 1999-12-01..1999-12-31" },
  { "06/2026", "month 2026-06-01..2026-06-30" },
  { "2021-06", "month 2021-06-01..2021-06-30" },
  { "November/December 2010", "month 2010-11-01..2010-12-31" },
  { "September and October 2026", "month 2026-09-01..2026-10-31" },
  { "June, September and December 2026", "month 2026-06-01..2026-12-31" },
  { "June or July 2026", "month 2026-06-01..2026-07-31" },
  { "Jan – Mar 2027", "month 2027-01-01..2027-03-31" },
  { "Jan-Mar 2027", "month 2027-01-01..2027-03-31" },
  { "Nov – Feb 2027", "month 2026-11-01..2027-02-28" },
  { "December/January 2027", "month 2026-12-01..2027-01-31" },
  { "August 2009 to March 2010", "month 2009-08-01..2010-03-31" },
  { "from August 2009 until March 2010", "month 2009-08-01..2010-03-31" },
  { "August 2009 – March 2010", "month 2009-08-01..2010-03-31" },
  { "August 2009, then March 2010", "month 2009-08-01..2010-03-31" },
  { "end of July 2021", "month 2021-07-01..2021-07-31" },
  { "end July 2021", "month 2021-07-01..2021-07-31" },
  { "by the end of July 2021", "month 2021-07-01..2021-07-31" },
  { "mid June 2026", "month 2026-06-01..2026-06-30" },
  { "Mid-June 2026", "month 2026-06-01..2026-06-30" },
  { "early to mid June 2026", "month 2026-06-01..2026-06-30" },
  { "early November 2021", "month 2021-11-01..2021-11-30" },
  { "Implement from ... March 2010", "month 2010-03-01..2010-03-31" },
  { "First report due - October 2009", "month 2009-10-01..2009-10-31" },
  { "First report due -\nOctober 2009", "month 2009-10-01..2009-10-31" },
  { "March 2010 onwards", "month 2010-03-01..2010-03-31" },
  { "March 2022 – Proposal for a shared service to be submitted to the Chief Officers Group",
    "month 2022-03-01..2022-03-31" },
  { "March 2022 - Proposal to be submitted, with a report on 2020/21", "month 2022-03-01..2022-03-31" },
  { "March 2022: 6 reports to be submitted", "month 2022-03-01..2022-03-31" },
  { "March 2022 – May need more work", "month 2022-03-01..2022-03-31" },
  { "March 2022\nProposal to be submitted", "month 2022-03-01..2022-03-31" },
  { "August 2026 (tbc)", "month 2026-08-01..2026-08-31" },
  { "Complete review – August 2009", "month 2009-08-01..2009-08-31" },
  { "Protocol to be agreed by August 2009", "month 2009-08-01..2009-08-31" },
  { "August 2009\nSept 2009", "month 2009-08-01..2009-09-30" },
  { "August 2009\r\nSept 2009\r\n", "month 2009-08-01..2009-09-30" },
  { "• August 2009\n• Sept 2009", "month 2009-08-01..2009-09-30" },
  { "a) August 2009\nb) 22 June 2010", "day 2009-08-01..2010-06-22" },
  { "Agree protocol – August 2009; implement it – Sept 2009", "month 2009-08-01..2009-09-30" },
  { "December 2010\nSept 2009", "month 2009-09-01..2010-12-31" },
  { "Dec 2009\nDec 2010", "month 2009-12-01..2010-12-31" },
  { "October 2009", "month 2009-10-01..2009-10-31" },
  { "Sept 2009\nDec 2009", "month 2009-09-01..2009-12-31" },
  { "July 2009\nOctober 2009", "month 2009-07-01..2009-10-31" },
  { "Dec 2009", "month 2009-12-01..2009-12-31" },
  { "October 2010", "month 2010-10-01..2010-10-31" },
  { "August 2009\nMarch 2010", "month 2009-08-01..2010-03-31" },
  { "March 2010", "month 2010-03-01..2010-03-31" },
  { "October 2009\nMarch 2010", "month 2009-10-01..2010-03-31" },
  { "December 2010", "month 2010-12-01..2010-12-31" },
  { "October 2009\nDec 2009\nMarch 2010\nMarch 2010", "month 2009-10-01..2010-03-31" },
  { "Dates set\nAugust 2009", "month 2009-08-01..2009-08-31" },
};

static const Case periods[] = {
  { "2019/20", "year 2019-04-01..2020-03-31" },
  { "2019/2020", "year 2019-04-01..2020-03-31" },
  { "2020–2021", "year 2020-04-01..2021-03-31" },
  { "2021-23", "year 2021-04-01..2023-03-31" },
  { "2010 - 2012", "year 2010-04-01..2012-03-31" },
  { "2010–12", "year 2010-04-01..2012-03-31" },
  { "2009-10", "year 2009-04-01..2010-03-31" },
  { "1999/00", "year 1999-04-01..2000-03-31" },
  { "FY 2026/27", "year 2026-04-01..2027-03-31" },
  { "FY26/27", "year 2026-04-01..2027-03-31" },
  { "Financial year 2026-27", "year 2026-04-01..2027-03-31" },
  { "by the end of 2026/27", "year 2026-04-01..2027-03-31" },
  { "Throughout 2026/27", "year 2026-04-01..2027-03-31" },
  { "2026/27 and 2027/28", "year 2026-04-01..2028-03-31" },
  { "during 2026/27", "year 2026-04-01..2027-03-31" },
  { "2026", "year 2026-01-01..2026-12-31" },
  { "by end of 2026", "year 2026-01-01..2026-12-31" },
  { "2026 to 2028", "year 2026-01-01..2028-12-31" },
  { "early 2023", "year 2023-01-01..2023-12-31" },
  { "mid-2026", "year 2026-01-01..2026-12-31" },
  { "late 2026", "year 2026-01-01..2026-12-31" },
  { "before 2027", "day 2026-12-31" },
  { "Q3 2021/22", "quarter 2021-10-01..2021-12-31" },
  { "Q1 2021/22", "quarter 2021-04-01..2021-06-30" },
  { "Q4 2021/22", "quarter 2022-01-01..2022-03-31" },
  { "Quarter 3 2021-22", "quarter 2021-10-01..2021-12-31" },
  { "Q3 of 2021/22", "quarter 2021-10-01..2021-12-31" },
  { "Q3, FY 2021/22", "quarter 2021-10-01..2021-12-31" },
  { "Q3 21/22", "quarter 2021-10-01..2021-12-31" },
  { "Q3 (2021/22)", "quarter 2021-10-01..2021-12-31" },
  { "2021/22 Q3", "quarter 2021-10-01..2021-12-31" },
  { "third quarter of 2021/22", "quarter 2021-10-01..2021-12-31" },
  { "By the end of the first quarter of 2026/27", "quarter 2026-04-01..2026-06-30" },
  { "Q1-Q2 2026/27", "quarter 2026-04-01..2026-09-30" },
  { "Q3/4 2026/27", "quarter 2026-10-01..2027-03-31" },
  { "Autumn of 2019", "season 2019-09-01..2019-11-30" },
  { "In the Autumn of 2019", "season 2019-09-01..2019-11-30" },
  { "Spring 2027", "season 2027-03-01..2027-05-31" },
  { "summer ’27", "season 2027-06-01..2027-08-31" },
  { "Spring/Summer 2027", "season 2027-03-01..2027-08-31" },
  { "Winter 2026/27", "season 2026-12-01..2027-02-28" },
  { "Winter 2027/28", "season 2027-12-01..2028-02-29" },
  { "Autumn/Winter 2026/27", "season 2026-09-01..2027-02-28" },
};

static const Case rhythms[] = {
  { "Six-monthly reporting", "none, six-monthly" },
  { "6-monthly", "none, six-monthly" },
  { "6 monthly", "none, six-monthly" },
  { "six monthly", "none, six-monthly" },
  { "Six–monthly", "none, six-monthly" },
  { "Every 6 months", "none, six-monthly" },
  { "Half-yearly", "none, six-monthly" },
  { "Twice a year", "none, six-monthly" },
  { "On a six monthly basis", "none, six-monthly" },
  { "To be submitted to Committee on a six monthly basis.", "none, six-monthly" },
  { "Six-monthly reporting to the Chief Officers Group by the lead officer", "none, six-monthly" },
  { "Standing item at all Child Protection Committee meetings", "none, every meeting" },
  { "Standing agenda item", "none, every meeting" },
  { "Every meeting", "none, every meeting" },
  { "Report to every Committee meeting", "none, every meeting" },
  { "At each meeting of the sub-group", "none, every meeting" },
  { "Quarterly", "none, quarterly" },
  { "Every three months", "none, quarterly" },
  { "3-monthly", "none, quarterly" },
  { "Reported quarterly", "none, quarterly" },
  { "Quarterly (March, June, September, December)", "none, quarterly" },
  { "Annual", "none, annual" },
  { "Annual report", "none, annual" },
  { "Annual report 2025/26", "none, annual" },
  { "Every June", "none, annual" },
  { "Annually in June", "none, annual" },
  { "Each year", "none, annual" },
  { "Reviewed annually", "none, annual" },
  { "Monthly", "none, monthly" },
  { "Ongoing – monthly", "none, monthly" },
  { "Ongoing, reviewed quarterly", "none, quarterly" },
  { "Ongoing, with quarterly updates to Committee", "none, quarterly" },
  { "6-monthly review to CYPPC.\nFirst 6-monthly review report to CYPPC ...\nOctober 2009",
    "month 2009-10-01..2009-10-31, six-monthly" },
  { "Annually each June from 2027", "year 2027-01-01..2027-12-31, annual" },
  { "Six monthly – March and September 2027", "month 2027-03-01..2027-09-30, six-monthly" },
  { "Monthly until 31 March 2027", "day 2027-03-31, monthly" },
  { "Annually from April 2027", "month 2027-04-01..2027-04-30, annual" },
  { "Six-monthly, first report October 2026", "month 2026-10-01..2026-10-31, six-monthly" },
  { "Six-monthly – first report due 30/10/2026", "day 2026-10-30, six-monthly" },
  { "Six-monthly reporting to Committee from October 2026", "month 2026-10-01..2026-10-31, six-monthly" },
  { "Monthly from August 2026 to March 2027", "month 2026-08-01..2027-03-31, monthly" },
  { "October 2026, then six-monthly", "month 2026-10-01..2026-10-31, six-monthly" },
  { "October 2026 and six-monthly thereafter", "month 2026-10-01..2026-10-31, six-monthly" },
  { "October 2026; six-monthly thereafter", "month 2026-10-01..2026-10-31, six-monthly" },
  { "October 2026 (and annually)", "month 2026-10-01..2026-10-31, annual" },
  { "Six-monthly\nFirst report October 2026", "month 2026-10-01..2026-10-31, six-monthly" },
  { "March 2022 – Annual report to be published", "month 2022-03-01..2022-03-31" },
  { "Annual report to every meeting", "none" },
  { "Monthly, quarterly from 2027", "none" },
  { "Bi-monthly", "none" },
  { "Biannual", "none" },
  { "Two-monthly", "none" },
  { "Weekly", "none" },
  { "Every other month", "none" },
  { "Every second meeting", "none" },
  { "Next meeting", "none" },
  { "Not monthly", "none" },
  { "Quarterly figures awaited", "none" },
};

static const Case uncertain[] = {
  { "Dates set", "none" },
  { "Ongoing", "none" },
  { "tbc", "none" },
  { "To be confirmed", "none" },
  { "TBC – August 2026", "none" },
  { "Ongoing\nMarch 2010", "none" },
  { "From August 2026, ongoing", "none" },
  { "August 2026 – ongoing", "none" },
  { "August 2026 and ongoing", "none" },
  { "24th February", "none" },
  { "4th March", "none" },
  { "12th and 21st May", "none" },
  { "August", "none" },
  { "March", "none" },
  { "May", "none" },
  { "Nov 12", "none" },
  { "May 21", "none" },
  { "1/3", "none" },
  { "Q3", "none" },
  { "Q3 2021", "none" },
  { "Q5 2021/22", "none" },
  { "FY 2026", "none" },
  { "2010-12", "none" },
  { "26/27", "none" },
  { "2026/25", "none" },
  { "Winter 2026", "none" },
  { "Spring 2026/27", "none" },
  { "Autumn term 2026", "none" },
  { "March 2026/27", "none" },
  { "October and March 2027", "none" },
  { "March 2027 to August 2026", "none" },
  { "August 2026?", "none" },
  { "August 2026 (?)", "none" },
  { "after August 2026", "none" },
  { "not before August 2026", "none" },
  { "August 2026 or later", "none" },
  { "approx. August 2026", "none" },
  { "August 2009\n24th February", "none" },
  { "March 2022, 24th February", "none" },
  { "October 2026 – first part; the rest in March 2027 at the earliest", "none" },
  { "October 2026 – interim report, final report in March 2027", "none" },
  { "w/c June 2026", "none" },
  { "Within six months", "none" },
  { "Year 1", "none" },
  { "2,026", "none" },
  { "1.2.3.4", "none" },
  { "330-2019", "none" },
  { "Report 330-2019", "none" },
  { "Report 12/2021", "none" },
  { "Final report 2026", "none" },
  { "Business Plan 2026/27", "none" },
  { "adding 2 social workers", "none" },
  { "Audit of 174 case files of children", "none" },
  { "currently receiving support under s. 56(2) C(S)A '95", "none" },
  { "new referrals received between 01.03.09 and 31.05.09 in which concern was expressed", "none" },
  { "the programme that was established in 2018 to improve services", "none" },
  { "Following the inspection report of June 2021", "none" },
  { "Once the guidance is published – August 2026", "none" },
  { "August 2009 figures to be reported to the next meeting", "none" },
  { "2026 figures to be reported", "none" },
  { "section 4.2.10", "none" },
  { "Tel. 01382 431000", "none" },
  { "–", "none" },
  { "???", "none" },
  { "30 June 3026", "none" },
  { "30 Juin 2026", "none" },
};

static const Case not_days[] = {
  { "13/25/2026", "13/25/2026" },
  { "31/02/2021", "31/02/2021" },
  { "by 31/02/2021", "31/02/2021" },
  { "30 February 2027", "30 February 2027" },
  { "29 February 2027", "29 February 2027" },
  { "31 June 2026", "31 June 2026" },
  { "31 June", "31 June" },
  { "31st of June, 2026 (revised)", "31st of June, 2026" },
  { "Sept 31 2026", "Sept 31 2026" },
  { "06/30/2026", "06/30/2026" },
  { "32 August 2026", "32 August 2026" },
  { "2026-02-30", "2026-02-30" },
  { "Tuesday 22 June 2009", "Tuesday 22 June 2009" },
  { "30 May to 31 June 2026", "31 June 2026" },
  { "August 2009\n31 September 2009", "31 September 2009" },
  { "Complete review – 31 September 2009", "31 September 2009" },
  { "March 2022 – to be submitted on 30 February 2022", "30 February 2022" },
  { "Sümmary – 31\u00a0June 2026", "31\u00a0June 2026" },
};

static const struct
{
  const char *name;
  const Case *cases;
  guint n;
} tables[] = {
  { "/timescale/days", days, G_N_ELEMENTS (days) },
  { "/timescale/months", months, G_N_ELEMENTS (months) },
  { "/timescale/periods", periods, G_N_ELEMENTS (periods) },
  { "/timescale/rhythms", rhythms, G_N_ELEMENTS (rhythms) },
  { "/timescale/uncertain", uncertain, G_N_ELEMENTS (uncertain) },
};

static char *
reading_of (const FollowTimescale *timescale)
{
  const char *first = follow_timescale_get_first (timescale);
  const char *last = follow_timescale_get_last (timescale);
  const char *recurs = follow_recurs_to_id (follow_timescale_get_recurs (timescale));
  GString *reading = g_string_new (follow_precision_to_id (follow_timescale_get_precision (timescale)));

  g_assert_true ((first == NULL) == (last == NULL));
  if (first != NULL)
    g_string_append_printf (reading, " %s", first);
  if (g_strcmp0 (first, last) != 0)
    g_string_append_printf (reading, "..%s", last);
  if (recurs != NULL)
    g_string_append_printf (reading, ", %s", recurs);
  return g_string_free (reading, FALSE);
}

static void
test_table (gconstpointer data)
{
  guint table = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < tables[table].n; i++)
    {
      const Case *one = &tables[table].cases[i];
      g_autoptr (FollowTimescale) timescale = follow_timescale_parse (one->wording);
      g_autofree char *reading = reading_of (timescale);

      if (g_strcmp0 (reading, one->reading) != 0)
        {
          g_test_message ("“%s” was read as %s, not as %s", one->wording, reading, one->reading);
          g_test_fail ();
        }
      g_assert_cmpstr (follow_timescale_get_wording (timescale), ==, one->wording);
      g_assert_false (follow_timescale_is_impossible (timescale));
    }
}

static void
test_not_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_days); i++)
    {
      g_autoptr (FollowTimescale) timescale = follow_timescale_parse (not_days[i].wording);
      g_autofree char *text = follow_timescale_describe (timescale);
      g_autofree char *expected = g_strdup_printf ("%s is not a day: kept as written", not_days[i].reading);

      g_assert_cmpstr (text, ==, expected);
      g_assert_true (follow_timescale_is_impossible (timescale));
      g_assert_null (follow_timescale_get_first (timescale));
      g_assert_null (follow_timescale_get_last (timescale));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_test_add_data_func (tables[i].name, GUINT_TO_POINTER (i), test_table);
  g_test_add_func ("/timescale/not-days", test_not_days);
  return g_test_run ();
}
