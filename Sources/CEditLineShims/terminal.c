#define _GNU_SOURCE
#include "CEditLineShims.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

// ---- The guard ----

static struct termios found;
static bool is_known;
static struct sigaction before[NSIG];

void askfirst_restore_terminal(void) {
  if (!is_known) return;
  // Blocked, so that a background process is not stopped on its way out.
  sigset_t stop, saved;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &saved);
  tcsetattr(0, TCSANOW, &found);
  sigprocmask(SIG_SETMASK, &saved, NULL);
}

static void on_crash(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  askfirst_restore_terminal();
  static const char reset[] = "\033[?2004l\033[0m\r\n";
  ssize_t written = write(1, reset, sizeof reset - 1);
  (void)written;
  // The earlier handler (Swift's backtracer or the default) must see the same signal. A fault
  // happens again by itself when we return; one that was sent has to be sent again.
  sigaction(signal_number, &before[signal_number], NULL);
  if (info->si_code <= 0 || signal_number == SIGQUIT) raise(signal_number);
}

void askfirst_guard_terminal(void) {
  static bool is_guarded;
  if (is_guarded) return;
  is_guarded = true;
  is_known = tcgetattr(0, &found) == 0;
  if (!is_known) return;
  atexit(askfirst_restore_terminal);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_crash;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    sigaction(fatal[i], &action, &before[fatal[i]]);
  }
}

// ---- Locale and width ----

static pthread_once_t utf8_once = PTHREAD_ONCE_INIT;
static locale_t utf8;

static void make_utf8(void) { utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int askfirst_display_width(uint32_t scalar) {
  pthread_once(&utf8_once, make_utf8);
  // wcwidth asks the thread's locale: in "C" it answers -1 for every letter beyond ASCII.
  locale_t mine = utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0;
  int width = wcwidth((wchar_t)scalar);
  if (mine != (locale_t)0) uselocale(mine);
  return width;
}

static bool names_utf8(const char *charset) {
  return strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0;
}

bool askfirst_environment_is_utf8(void) {
  // The name alone tells, if it says so: the locale is often not installed after ssh, and loading it
  // takes time.
  const char *variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  const char *name = NULL;
  for (size_t i = 0; i < sizeof variables / sizeof *variables && name == NULL; i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && *value != 0) name = value;
  }
  if (name == NULL) return false;
  const char *dot = strchr(name, '.');
  if (dot != NULL) {
    char charset[16] = {0};
    strncpy(charset, dot + 1, sizeof charset - 1);
    charset[strcspn(charset, "@")] = 0;
    if (names_utf8(charset)) return true;
  }
  locale_t theirs = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
  if (theirs == (locale_t)0) return false;
  // Asked of the thread's locale: a statically linked libc gives that one's answer in any case.
  locale_t mine = uselocale(theirs);
  bool is_utf8 = names_utf8(nl_langinfo(CODESET));
  uselocale(mine);
  freelocale(theirs);
  return is_utf8;
}

void askfirst_adopt_locale(void) {
  // LC_CTYPE alone: numbers and sorting must not change with the person's language.
  if (setlocale(LC_CTYPE, "") == NULL || !names_utf8(nl_langinfo(CODESET))) {
    setlocale(LC_CTYPE, "C.UTF-8");
  }
}
