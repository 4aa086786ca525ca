#define _GNU_SOURCE
#include "CEditLineShims.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

EditLine *askfirst_editor_open(const char *program) {
  // A page goes to the terminal whole, not line by line: each write wakes whoever draws it.
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  return el_init(program, stdin, stdout, stderr);
}

void askfirst_editor_close(EditLine *editor) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &before);
  // Without this el_end restores the terminal with TCSETSF, which throws type-ahead away.
  el_wset(editor, EL_EDITMODE, 0);
  el_end(editor);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

void askfirst_editor_set_client(EditLine *editor, void *client) {
  el_wset(editor, EL_CLIENTDATA, client);
}

void *askfirst_editor_client(EditLine *editor) {
  void *client = NULL;
  el_wget(editor, EL_CLIENTDATA, &client);
  return client;
}

void askfirst_editor_set_prompt(EditLine *editor, askfirst_prompt_function prompt, wchar_t mark) {
  el_wset(editor, EL_PROMPT_ESC, prompt, (int)mark);
}

void askfirst_editor_set_reader(EditLine *editor, askfirst_reader_function reader) {
  el_wset(editor, EL_GETCFN, reader);
}

void askfirst_editor_use_emacs_keys(EditLine *editor) { el_set(editor, EL_EDITOR, "emacs"); }

void askfirst_editor_leave_signals_alone(EditLine *editor) { el_wset(editor, EL_SIGNAL, 0); }

bool askfirst_editor_has_vi_keys(EditLine *editor) {
  const char *keys = NULL;
  return el_get(editor, EL_EDITOR, &keys) == 0 && keys != NULL && strcmp(keys, "vi") == 0;
}

bool askfirst_editor_is_on(EditLine *editor) {
  int on = 1;
  el_get(editor, EL_EDITMODE, &on);
  return on != 0;
}

void askfirst_editor_set_raw(EditLine *editor, bool raw) {
  el_wset(editor, EL_PREP_TERM, raw ? 1 : 0);
}

void askfirst_editor_refresh(EditLine *editor) { el_wset(editor, EL_REFRESH, NULL); }

void askfirst_editor_set_tty(EditLine *editor, const char *set, const char *mode) {
  el_set(editor, EL_SETTY, set, mode, NULL);
}

void askfirst_editor_add_function(EditLine *editor, const char *name, const char *help,
                                  askfirst_key_function function) {
  el_set(editor, EL_ADDFN, name, help, function);
}

bool askfirst_editor_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL) == 0;
}

bool askfirst_editor_bind_alternative(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, "-a", key, command, NULL) == 0;
}

int askfirst_editor_columns(EditLine *editor) {
  int columns = 0;
  return el_get(editor, EL_GETTC, "co", &columns, (void *)NULL) == 0 ? columns : 80;
}

History *askfirst_history_open(EditLine *editor, int capacity) {
  History *list = history_init();
  if (list == NULL) return NULL;
  HistEvent event;
  history(list, &event, H_SETSIZE, capacity);
  history(list, &event, H_SETUNIQUE, 1);
  el_set(editor, EL_HIST, history, list);
  return list;
}

void askfirst_history_clear(History *list) {
  HistEvent event;
  history(list, &event, H_CLEAR);
}

void askfirst_history_add(History *list, const char *line) {
  HistEvent event;
  history(list, &event, H_ENTER, line);
}

static FILE *stream(int descriptor) { return descriptor == 2 ? stderr : stdout; }

void askfirst_put(int descriptor, const char *text, size_t count) {
  fwrite(text, 1, count, stream(descriptor));
}

bool askfirst_flush(int descriptor) {
  FILE *file = stream(descriptor);
  return fflush(file) == 0 && !ferror(file);
}
