// Doors to what Swift 6 cannot call or hold by itself: libedit's variadic setters, the stdio
// streams, signal handlers and the process locale. The rest of libedit is imported as it is.
#ifndef ASKFIRST_CEDITLINESHIMS_H
#define ASKFIRST_CEDITLINESHIMS_H

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

// ---- The editor ----

typedef wchar_t *_Nonnull (*askfirst_prompt_function)(EditLine *_Nonnull editor);
typedef unsigned char (*askfirst_key_function)(EditLine *_Nonnull editor, int key);
typedef int (*askfirst_reader_function)(EditLine *_Nonnull editor, wchar_t *_Nonnull character);

// An editor on the standard streams. Call askfirst_guard_terminal() before.
EditLine *_Nullable askfirst_editor_open(const char *_Nonnull program);

// Gives the terminal back, even from the background, keeps unread input, and frees the editor.
void askfirst_editor_close(EditLine *_Nonnull editor);

void askfirst_editor_set_client(EditLine *_Nonnull editor, void *_Nonnull client);
void *_Nullable askfirst_editor_client(EditLine *_Nonnull editor);

// `mark` brackets what the terminal shall get but not show.
void askfirst_editor_set_prompt(EditLine *_Nonnull editor,
                                askfirst_prompt_function _Nonnull prompt, wchar_t mark);
void askfirst_editor_set_reader(EditLine *_Nonnull editor,
                                askfirst_reader_function _Nonnull reader);
void askfirst_editor_use_emacs_keys(EditLine *_Nonnull editor);
void askfirst_editor_leave_signals_alone(EditLine *_Nonnull editor);
bool askfirst_editor_has_vi_keys(EditLine *_Nonnull editor);

// False when the person's editrc says "edit off".
bool askfirst_editor_is_on(EditLine *_Nonnull editor);

// Raw (true) or the mode that holds between lines (false).
void askfirst_editor_set_raw(EditLine *_Nonnull editor, bool raw);
void askfirst_editor_refresh(EditLine *_Nonnull editor);
void askfirst_editor_set_tty(EditLine *_Nonnull editor, const char *_Nonnull set,
                             const char *_Nonnull mode);
void askfirst_editor_add_function(EditLine *_Nonnull editor, const char *_Nonnull name,
                                  const char *_Nonnull help,
                                  askfirst_key_function _Nonnull function);
bool askfirst_editor_bind(EditLine *_Nonnull editor, const char *_Nonnull key,
                          const char *_Nonnull command);

// As above in the other key map: the command mode of vi.
bool askfirst_editor_bind_alternative(EditLine *_Nonnull editor, const char *_Nonnull key,
                                      const char *_Nonnull command);
int askfirst_editor_columns(EditLine *_Nonnull editor);

// ---- The history libedit walks through with the arrows ----

History *_Nullable askfirst_history_open(EditLine *_Nonnull editor, int capacity);
void askfirst_history_add(History *_Nonnull history, const char *_Nonnull line);
void askfirst_history_clear(History *_Nonnull list);

// ---- Text out: the streams that libedit writes to. `descriptor` is 1 or 2. ----

void askfirst_put(int descriptor, const char *_Nonnull text, size_t count);

// False once anything written to the stream was lost.
bool askfirst_flush(int descriptor);

// ---- Signals: the handler sets a bit and writes one byte to a pipe, no more ----

enum {
  askfirst_signal_interrupt = 1,
  askfirst_signal_terminate = 2,
  askfirst_signal_hang_up = 4,
  askfirst_signal_resize = 8,
  askfirst_signal_continue = 16,
};

// Installs the handlers once; the readable end of the pipe, or -1.
int askfirst_signals_install(void);

// The bits of `wanted` that are set; they are cleared.
unsigned askfirst_signals_take(unsigned wanted);

// Stops the whole foreground job as the terminal driver would; returns when it is continued.
void askfirst_suspend_job(void);

// For a program about to end: from here on, touching the terminal never stops it.
void askfirst_block_background_stop(void);

// ---- The terminal ----

// Remembers the terminal's modes and gives them back at exit and at a crash. Done once.
void askfirst_guard_terminal(void);

// The terminal as it was found.
void askfirst_restore_terminal(void);

// Columns of one scalar, -1 for a control character; the same in every locale.
int askfirst_display_width(uint32_t scalar);

// Whether the environment's locale speaks UTF-8, installed or not.
bool askfirst_environment_is_utf8(void);

// Adopts the environment's character set, or C.UTF-8 when that is not UTF-8.
void askfirst_adopt_locale(void);

// A pipe whose ends are closed in programs started from here; false on failure.
bool askfirst_pipe(int *_Nonnull read_end, int *_Nonnull write_end);

#endif
