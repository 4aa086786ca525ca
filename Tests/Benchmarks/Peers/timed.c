// Runs a command several times and tells of each run what it took, as a small program: what a child
// is charged for memory begins with what its parent had.
//
// timed RUNS OUTPUT PROGRAM [ARGUMENT…]: lines of wall, user and system microseconds, the most
// resident memory in kilobytes, and the exit status. OUTPUT gets what the last run has written.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int count, char **words) {
  if (count < 4) return 2;
  for (int run = atoi(words[1]); run > 0; run--) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, words[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    long long start = now();
    pid_t child;
    if (posix_spawnp(&child, words[3], &files, NULL, words + 3, environ) != 0) return 127;
    posix_spawn_file_actions_destroy(&files);
    struct rusage used;
    int status = 0;
    if (wait4(child, &status, 0, &used) != child) return 1;
    long long wall = now() - start;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    printf("%lld %lld %lld %ld %d\n", wall, microseconds(used.ru_utime),
           microseconds(used.ru_stime), used.ru_maxrss, code);
  }
  return 0;
}
