#define _GNU_SOURCE
#include "CEditLineShims.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static _Atomic unsigned pending;
static int pipe_read_end = -1, pipe_write_end = -1;

static unsigned bit_of(int signal_number) {
  switch (signal_number) {
  case SIGINT: return askfirst_signal_interrupt;
  case SIGTERM: return askfirst_signal_terminate;
  case SIGHUP: return askfirst_signal_hang_up;
  case SIGWINCH: return askfirst_signal_resize;
  default: return askfirst_signal_continue;
  }
}

static void note_signal(int signal_number) {
  int saved = errno;
  atomic_fetch_or(&pending, bit_of(signal_number));
  // A full pipe is no harm: it already wakes the reader.
  ssize_t written = write(pipe_write_end, "!", 1);
  (void)written;
  errno = saved;
}

// A program started with a standard stream closed would find its pipe in that stream's place.
static int above_standard_streams(int descriptor) {
  if (descriptor > 2) return descriptor;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  close(descriptor);
  return moved;
}

int askfirst_signals_install(void) {
  if (pipe_read_end >= 0) return pipe_read_end;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  ends[0] = above_standard_streams(ends[0]);
  ends[1] = above_standard_streams(ends[1]);
  if (ends[0] < 0 || ends[1] < 0) return -1;
  pipe_write_end = ends[1];
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT};
  for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
    // What nohup or a script's background job ignores stays ignored.
    struct sigaction before;
    if (sigaction(watched[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(watched[i], &action, NULL);
  }
  // A closed pipe shows as a failed flush, not as a silent death with the terminal still raw.
  signal(SIGPIPE, SIG_IGN);
  pipe_read_end = ends[0];
  return pipe_read_end;
}

unsigned askfirst_signals_take(unsigned wanted) {
  return atomic_fetch_and(&pending, ~wanted) & wanted;
}

// SIGSTOP to ourselves alone would hang a script that runs the program.
void askfirst_suspend_job(void) { kill(0, SIGTSTP); }

void askfirst_block_background_stop(void) {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, NULL);
}

bool askfirst_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  *read_end = ends[0];
  *write_end = ends[1];
  return true;
}
